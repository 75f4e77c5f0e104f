// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistoryRow;
import io.tideboard.history.HistoryRows;
import io.tideboard.history.IntervalStore;
import io.tideboard.wallboard.board.Board;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Interval rows as one JSON object. */
final class JsonIntervals implements TextTable {

  private final IntervalStore store;
  private final BoardJson write;
  private final Board.Now now;
  private final HistoryQuery query;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE);
  private final JsonGenerator json = Json.generator(bytes);
  private @Nullable HistoryRows rows;
  private boolean complete;

  JsonIntervals(IntervalStore store, BoardJson write, Board.Now now, HistoryQuery query) {
    this.store = store;
    this.write = write;
    this.now = now;
    this.query = query;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Buffer next() throws IOException {
    HistoryRows left = rows;
    if (left == null) {
      left = HistoryRows.of(store, query);
      rows = left;
      json.writeStartObject();
      write.head(json, now);
      json.writeStringField("basis", query.basis().wire());
      json.writeArrayFieldStart("intervals");
    }
    while (left.hasNext() && bytes.size() < PIECE) {
      HistoryRow next = left.next();
      write.interval(json, next.row(), next.team());
    }
    complete = !left.hasNext();
    if (complete) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.flush();
    Buffer piece = Buffer.buffer(bytes.toByteArray());
    bytes.reset();
    return piece;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }
}
