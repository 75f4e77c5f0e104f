// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Overdue;
import io.tideboard.wallboard.table.Decimal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/waiting}: who waits, one by one, once the promise to them is at risk. */
final class ContactCalls {

  private final Vertx vertx;
  private final Board board;
  private final BoardJson write;

  ContactCalls(Vertx vertx, Board board, BoardJson write) {
    this.vertx = vertx;
    this.board = board;
    this.write = write;
  }

  void mount(Router router) {
    router.get("/api/v1/waiting").handler(this::waiting);
  }

  private void waiting(RoutingContext request) {
    Query query = Query.of(request, "queue", "channel");
    String queue = query.text("queue");
    String channel = query.channel("channel");
    vertx
        .executeBlocking(() -> json(queue, channel))
        .onSuccess(body -> Answers.send(request, "application/json", body))
        .onFailure(request::fail);
  }

  private Buffer json(@Nullable String queue, @Nullable String channel) {
    Board.Now now = board.now();
    List<Overdue> overdue =
        board.overdue(
            breach ->
                (queue == null || queue.equals(breach.key().queue()))
                    && (channel == null || channel.equals(breach.key().channel())));
    return Json.object(
        json -> {
          write.head(json, now);
          json.writeArrayFieldStart("waiting");
          for (Overdue each : overdue) {
            write(json, each, now.stream());
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Overdue contact, @Nullable Instant now)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("interaction", contact.interaction());
    json.writeStringField("queue", contact.key().queue());
    json.writeStringField("channel", contact.key().channel());
    json.writeStringField("state", contact.breached() ? "breached" : "at_risk");
    json.writeStringField("promise", contact.promise().wire());
    Json.time(json, "since", Micros.instant(contact.since()));
    long waited = now == null ? 0 : Math.max(0, Micros.of(now) - contact.since());
    Json.number(json, "waitSeconds", now == null ? null : Decimal.seconds(waited));
    Json.number(json, "thresholdSeconds", Decimal.seconds(contact.threshold()));
    json.writeEndObject();
  }
}
