// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.Abandon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts that gave up waiting, as CSV. */
public final class AbandonTable {

  private static final List<String> COLUMNS =
      List.of("interaction", "queue", "channel", "offeredAt", "time", "waitSeconds", "short");

  private AbandonTable() {}

  /** Whether it is a short abandon by what its queue says now; null where its begin is unknown. */
  public static @Nullable Boolean isShort(Abandon abandon, QueueDefinitions catalog) {
    return abandon.beginKnown()
        ? abandon.waited() <= Micros.of(catalog.of(abandon.key().queue()).shortAbandon())
        : null;
  }

  /** Writes them in the order given, with a header. */
  public static void writeCsv(Appendable out, List<Abandon> abandons, QueueDefinitions catalog)
      throws IOException {
    Csv.line(out, COLUMNS);
    for (Abandon abandon : abandons) {
      boolean known = abandon.beginKnown();
      List<@Nullable String> fields = new ArrayList<>();
      fields.add(abandon.interaction());
      fields.add(abandon.key().queue());
      fields.add(abandon.key().channel());
      fields.add(known ? Micros.instant(abandon.offeredAt()).toString() : null);
      fields.add(Micros.instant(abandon.at()).toString());
      fields.add(known ? Decimal.seconds(abandon.waited()) : null);
      fields.add(known ? String.valueOf(isShort(abandon, catalog)) : null);
      Csv.line(out, fields);
    }
  }
}
