// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.BreachRecord;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Breaches, at-risk warnings and resolutions, by time and then by id. A later record of an id
 * replaces an earlier one; a withdrawn one is gone.
 */
public final class BreachTable {

  /** By time, then by id. */
  public static final Comparator<Breach> ORDER =
      Comparator.comparingLong(Breach::time).thenComparing(Breach::id);

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "interaction",
          "queue",
          "channel",
          "time",
          "waitSeconds",
          "thresholdSeconds",
          "promise");

  private final Map<String, Breach> breaches = new HashMap<>();

  /** Takes a record. */
  public void upsert(BreachRecord told) {
    if (told.withdrawn()) {
      breaches.remove(told.breach().id());
    } else {
      breaches.put(told.breach().id(), told.breach());
    }
  }

  /** Writes all of them as CSV, with a header. */
  public void writeCsv(Appendable out) throws IOException {
    Csv.line(out, COLUMNS);
    for (Breach breach : breaches.values().stream().sorted(ORDER).toList()) {
      Csv.line(
          out,
          List.of(
              breach.id(),
              breach.kind().wire(),
              breach.interaction(),
              breach.key().queue(),
              breach.key().channel(),
              Micros.instant(breach.time()).toString(),
              Decimal.seconds(breach.waited()),
              Decimal.seconds(breach.threshold()),
              breach.promise().wire()));
    }
  }
}
