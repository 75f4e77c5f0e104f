// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.IntervalStore;
import io.tideboard.wallboard.table.IntervalCsv;
import java.io.IOException;

/** Interval rows as CSV, with a header. */
final class CsvIntervals extends IntervalLines {

  private final QueueDefinitions catalog;

  CsvIntervals(IntervalStore store, QueueDefinitions catalog, HistoryQuery query) {
    super(store, query);
    this.catalog = catalog;
  }

  @Override
  void begin(StringBuilder text) throws IOException {
    IntervalCsv.header(text);
  }

  @Override
  void line(StringBuilder text, HistoryRow row) throws IOException {
    IntervalCsv.line(text, catalog, row.row(), row.team());
  }
}
