// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.IntervalStore;
import io.tideboard.wallboard.export.Export;
import io.tideboard.wallboard.export.WfmLine;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Interval rows as a workforce management system reads them. */
final class ExportedIntervals implements TextTable {

  private final IntervalStore store;
  private final QueueDefinitions catalog;
  private final HistoryQuery query;
  private final Export export;
  private @Nullable HistoryRows rows;
  private boolean complete;

  ExportedIntervals(
      IntervalStore store, QueueDefinitions catalog, HistoryQuery query, Export export) {
    this.store = store;
    this.catalog = catalog;
    this.query = query;
    this.export = export;
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
      export.begin(text);
    }
    while (left.hasNext() && text.length() < PIECE) {
      export.line(text, WfmLine.of(left.next().row(), catalog));
    }
    complete = !left.hasNext();
    if (complete) {
      export.end(text);
    }
    return Buffer.buffer(text.toString());
  }

  @Override
  public boolean isComplete() {
    return complete;
  }
}
