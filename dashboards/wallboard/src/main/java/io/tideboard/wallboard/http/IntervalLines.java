// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.IntervalStore;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Interval rows as lines of text, read from the store piece by piece as somebody takes them. */
abstract class IntervalLines implements TextTable {

  private final IntervalStore store;
  private final HistoryQuery query;
  private @Nullable HistoryRows rows;
  private boolean complete;

  IntervalLines(IntervalStore store, HistoryQuery query) {
    this.store = store;
    this.query = query;
  }

  /** What stands before all rows. */
  abstract void begin(StringBuilder text) throws IOException;

  abstract void line(StringBuilder text, HistoryRow row) throws IOException;

  /** What stands behind all rows: nothing, unless a format asks for it. */
  void end(StringBuilder text) throws IOException {}

  @Override
  public final String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public final Buffer next() throws IOException {
    StringBuilder text = new StringBuilder(PIECE + 4_096);
    HistoryRows left = rows;
    if (left == null) {
      left = HistoryRows.of(store, query);
      rows = left;
      begin(text);
    }
    while (left.hasNext() && text.length() < PIECE) {
      line(text, left.next());
    }
    complete = !left.hasNext();
    if (complete) {
      end(text);
    }
    return Buffer.buffer(text.toString());
  }

  @Override
  public final boolean isComplete() {
    return complete;
  }
}
