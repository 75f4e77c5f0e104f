// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.clock.Micros;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.WaitingTrend;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /api/v1/trends}: how many waited in the last hour, for a page that has just opened. */
final class TrendCalls {

  private final Board board;
  private final BoardJson write;

  TrendCalls(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
  }

  void mount(Router router) {
    router.get("/api/v1/trends").handler(this::trends);
  }

  private void trends(RoutingContext request) {
    Query.of(request);
    Board.Now now = board.now();
    List<WaitingTrend.Hour> hours =
        now.stream() == null ? List.of() : board.trend().until(Micros.of(now.stream()));
    Answers.json(
        request,
        json -> {
          write.head(json, now);
          json.writeArrayFieldStart("trends");
          for (WaitingTrend.Hour hour : hours) {
            json.writeStartObject();
            json.writeStringField("queue", hour.key().queue());
            json.writeStringField("channel", hour.key().channel());
            Json.time(json, "start", Micros.instant(hour.start()));
            json.writeArrayFieldStart("waiting");
            for (Integer most : hour.most()) {
              json.writeObject(most);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
