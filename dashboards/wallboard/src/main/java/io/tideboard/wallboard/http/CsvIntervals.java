// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.IntervalStore;
import io.tideboard.wallboard.table.IntervalCsv;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Interval rows as CSV, with a header. */
final class CsvIntervals implements TextTable {

  private final IntervalStore store;
  private final QueueDefinitions catalog;
  private final HistoryQuery query;
  private @Nullable HistoryRows rows;
  private boolean complete;

  CsvIntervals(IntervalStore store, QueueDefinitions catalog, HistoryQuery query) {
    this.store = store;
    this.catalog = catalog;
    this.query = query;
  }

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public Buffer next() throws IOException {
    StringBuilder text = new StringBuilder(PIECE + 4_096);
    HistoryRows left = rows;
    if (left == null) {
      left = HistoryRows.of(store, query);
      rows = left;
      IntervalCsv.header(text);
    }
    while (left.hasNext() && text.length() < PIECE) {
      HistoryRow next = left.next();
      IntervalCsv.line(text, catalog, next.row(), next.team());
    }
    complete = !left.hasNext();
    return Buffer.buffer(text.toString());
  }

  @Override
  public boolean isComplete() {
    return complete;
  }
}
