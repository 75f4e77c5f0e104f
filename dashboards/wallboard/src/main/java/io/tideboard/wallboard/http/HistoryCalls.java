// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.export.Export;
import io.tideboard.wallboard.export.WfmLine;
import io.tideboard.wallboard.table.IntervalFilter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/intervals} and {@code /api/v1/breaches}: what happened. Long tables are written on
 * a worker thread, so that the live stream does not wait for them.
 */
final class HistoryCalls {

  private final Vertx vertx;
  private final Board board;
  private final QueueDefinitions catalog;
  private final BoardJson write;

  HistoryCalls(Vertx vertx, Board board, QueueDefinitions catalog) {
    this.vertx = vertx;
    this.board = board;
    this.catalog = catalog;
    this.write = new BoardJson(catalog);
  }

  void mount(Router router) {
    router.get("/api/v1/intervals").handler(this::intervals);
    router.get("/api/v1/breaches").handler(this::breaches);
  }

  private void intervals(RoutingContext request) {
    Query query = Query.of(request, "queue", "channel", "from", "to", "basis", "format");
    IntervalFilter filter =
        new IntervalFilter(
            query.constant(Basis.class, "basis", Basis.ARRIVAL),
            query.text("queue"),
            query.channel("channel"),
            period(query));
    TableFormat format = query.constant(TableFormat.class, "format", TableFormat.JSON);
    vertx
        .executeBlocking(() -> body(filter, format))
        .onSuccess(body -> format.send(request, body, board.now()))
        .onFailure(request::fail);
  }

  private Buffer body(IntervalFilter filter, TableFormat format) throws IOException {
    Export export = format.export();
    if (export == null) {
      return format == TableFormat.CSV ? csv(filter) : json(filter);
    }
    StringBuilder text = new StringBuilder();
    export.write(
        text, board.intervals().rows(filter).map(row -> WfmLine.of(row, catalog)).iterator());
    return Buffer.buffer(text.toString());
  }

  static IntervalFilter.Period period(Query query) {
    long from = query.time("from", Long.MIN_VALUE);
    long to = query.time("to", Long.MAX_VALUE);
    if (from > to) {
      throw Refusal.of(
          RequestError.INVALID_VALUE,
          "from",
          String.valueOf(query.text("from")),
          "a time not after to, which is " + query.text("to"));
    }
    return new IntervalFilter.Period(from, to);
  }

  private Buffer json(IntervalFilter filter) {
    return Json.object(
        json -> {
          write.head(json, board.now());
          json.writeStringField("basis", filter.basis().wire());
          json.writeArrayFieldStart("intervals");
          Iterator<IntervalRow> rows = board.intervals().rows(filter).iterator();
          while (rows.hasNext()) {
            IntervalRow row = rows.next();
            write.interval(json, row, board.intervals().team(row));
          }
          json.writeEndArray();
        });
  }

  private Buffer csv(IntervalFilter filter) throws IOException {
    StringBuilder text = new StringBuilder();
    board.intervals().writeCsv(text, catalog, filter);
    return Buffer.buffer(text.toString());
  }

  private void breaches(RoutingContext request) {
    Query query = Query.of(request, "since", "queue");
    long since = query.time("since", Long.MIN_VALUE);
    String queue = query.text("queue");
    vertx
        .executeBlocking(() -> breachJson(since, queue))
        .onSuccess(body -> Answers.send(request, "application/json", body))
        .onFailure(request::fail);
  }

  private Buffer breachJson(long since, @Nullable String queue) {
    return Json.object(
        json -> {
          write.head(json, board.now());
          write.breaches(
              json,
              board.breaches(
                  breach ->
                      breach.time() >= since
                          && (queue == null || queue.equals(breach.key().queue()))));
        });
  }
}
