// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.Abandon;
import io.tideboard.wallboard.board.AbandonLog;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.table.AbandonTable;
import io.tideboard.wallboard.table.Decimal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/abandons}: who gave up waiting on a day, to be called back. */
final class AbandonCalls {

  /**
   * What is asked for.
   *
   * @param date the day, of each queue its own; null for the present one
   */
  private record Asked(
      @Nullable String queue, @Nullable String channel, @Nullable LocalDate date) {}

  private final Vertx vertx;
  private final Board board;
  private final QueueDefinitions catalog;

  AbandonCalls(Vertx vertx, Board board, QueueDefinitions catalog) {
    this.vertx = vertx;
    this.board = board;
    this.catalog = catalog;
  }

  void mount(Router router) {
    router.get("/api/v1/abandons").handler(this::abandons);
  }

  private void abandons(RoutingContext request) {
    Query query = Query.of(request, "queue", "channel", "date", "format");
    Asked asked = new Asked(query.text("queue"), query.channel("channel"), query.date("date"));
    boolean csv = query.constant(ListFormat.class, "format", ListFormat.JSON) == ListFormat.CSV;
    vertx
        .executeBlocking(() -> csv ? csv(asked) : json(asked))
        .onSuccess(
            body ->
                Answers.send(request, csv ? "text/csv; charset=utf-8" : "application/json", body))
        .onFailure(request::fail);
  }

  private QueueDays days(Asked asked, Board.Now now) {
    return new QueueDays(catalog, asked.date, now.stream() == null ? now.wall() : now.stream());
  }

  private static List<Abandon> those(AbandonLog log, Asked asked, QueueDays days) {
    return log.those(
        abandon ->
            (asked.queue == null || asked.queue.equals(abandon.key().queue()))
                && (asked.channel == null || asked.channel.equals(abandon.key().channel()))
                && days.hold(abandon.key().queue(), abandon.offeredAt()));
  }

  private Buffer json(Asked asked) {
    Board.Now now = board.now();
    AbandonLog log = board.abandons();
    QueueDays days = days(asked, now);
    List<Abandon> those = those(log, asked, days);
    return Json.object(
        json -> {
          new BoardJson(catalog).head(json, now);
          json.writeBooleanField("complete", log.isCompleteFrom(days.start(asked.queue)));
          json.writeArrayFieldStart("abandons");
          for (Abandon abandon : those) {
            write(abandon, json);
          }
          json.writeEndArray();
        });
  }

  private void write(Abandon abandon, JsonGenerator json) throws IOException {
    boolean known = abandon.beginKnown();
    json.writeStartObject();
    json.writeStringField("interaction", abandon.interaction());
    json.writeStringField("queue", abandon.key().queue());
    json.writeStringField("channel", abandon.key().channel());
    Json.time(json, "offeredAt", known ? Micros.instant(abandon.offeredAt()) : null);
    Json.time(json, "time", Micros.instant(abandon.at()));
    Json.number(json, "waitSeconds", known ? Decimal.seconds(abandon.waited()) : null);
    json.writeFieldName("short");
    json.writeObject(AbandonTable.isShort(abandon, catalog));
    json.writeEndObject();
  }

  private Buffer csv(Asked asked) throws IOException {
    StringBuilder text = new StringBuilder();
    QueueDays days = days(asked, board.now());
    AbandonTable.writeCsv(text, those(board.abandons(), asked, days), catalog);
    return Buffer.buffer(text.toString());
  }
}
