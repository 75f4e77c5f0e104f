// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.IntervalStore;
import io.tideboard.wallboard.export.Export;
import io.tideboard.wallboard.export.WfmLine;
import java.io.IOException;

/** Interval rows as a workforce management system reads them. */
final class ExportedIntervals extends IntervalLines {

  private final QueueDefinitions catalog;
  private final Export export;

  ExportedIntervals(
      IntervalStore store, QueueDefinitions catalog, HistoryQuery query, Export export) {
    super(store, query);
    this.catalog = catalog;
    this.export = export;
  }

  @Override
  void begin(StringBuilder text) throws IOException {
    export.begin(text);
  }

  @Override
  void line(StringBuilder text, HistoryRow row) throws IOException {
    export.line(text, WfmLine.of(row.row(), catalog));
  }

  @Override
  void end(StringBuilder text) throws IOException {
    export.end(text);
  }
}
