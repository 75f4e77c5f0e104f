// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which warnings and breaches a visit caused, once everything is known of it. */
final class Promises {

  private Promises() {}

  static List<Breach> of(String interaction, QueueKey key, Visit visit, QueueDefinition queue) {
    List<Breach> found = new ArrayList<>();
    Instant begin = visit.begin;
    if (begin == null) {
      return found;
    }
    Duration waited = visit.waited();
    long threshold = Booked.micros(queue.threshold(key.channel()));
    long atRisk = Math.round(threshold * queue.atRiskShare());
    if (longer(waited, atRisk)) {
      found.add(breach(BreachKind.AT_RISK, interaction, key, begin, atRisk, threshold));
    }
    if (longer(waited, threshold)) {
      found.add(breach(BreachKind.BREACH, interaction, key, begin, threshold, threshold));
      if (waited != null) {
        long micros = Booked.micros(waited);
        found.add(breach(BreachKind.RESOLVED, interaction, key, begin, micros, threshold));
      }
    }
    return found;
  }

  /** Who still waits when the log is over waits longer than any limit. */
  private static boolean longer(@Nullable Duration waited, long micros) {
    return waited == null || Booked.micros(waited) > micros;
  }

  private static Breach breach(
      BreachKind kind,
      String interaction,
      QueueKey key,
      Instant begin,
      long waited,
      long threshold) {
    long began = Booked.micros(Duration.between(Instant.EPOCH, begin));
    return new Breach(kind, interaction, key, began, began + waited, waited, threshold);
  }
}
