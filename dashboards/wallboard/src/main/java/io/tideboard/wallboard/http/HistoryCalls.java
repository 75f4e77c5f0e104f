// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.Basis;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.Period;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.export.Export;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/intervals} and {@code /api/v1/breaches}: what happened. Long tables are written by
 * workers, so that the live stream does not wait for them, and piece by piece, so that they need
 * not fit in memory.
 */
final class HistoryCalls {

  private static final int WORKERS = 2;

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final History history;
  private final Board board;
  private final QueueDefinitions catalog;
  private final BoardJson write;

  HistoryCalls(Vertx vertx, Board board, QueueDefinitions catalog, History history) {
    this.vertx = vertx;
    this.workers = vertx.createSharedWorkerExecutor("tideboard-history", WORKERS);
    this.history = history;
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
    HistoryQuery asked =
        new HistoryQuery(
            query.constant(Basis.class, "basis", Basis.ARRIVAL),
            query.text("queue"),
            query.channel("channel"),
            period(query));
    TableFormat format = query.constant(TableFormat.class, "format", TableFormat.JSON);
    history.requireComplete();
    Export export = format.export();
    if (export != null) {
      TableFormat.name(request, export, board.now());
    }
    StreamedAnswer.send(workers, request, table(format, export, asked));
  }

  private TextTable table(TableFormat format, @Nullable Export export, HistoryQuery asked) {
    if (export != null) {
      return new ExportedIntervals(history.store(), catalog, asked, export);
    }
    return format == TableFormat.CSV
        ? new CsvIntervals(history.store(), catalog, asked)
        : new JsonIntervals(history.store(), write, board.now(), asked);
  }

  /** The stretch of time that is asked for. */
  static Period period(Query query) {
    long from = query.time("from", Long.MIN_VALUE);
    long to = query.time("to", Long.MAX_VALUE);
    if (from > to) {
      throw Refusal.of(
          RequestError.INVALID_VALUE,
          "from",
          String.valueOf(query.text("from")),
          "a time not after to, which is " + query.text("to"));
    }
    return new Period(from, to);
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
