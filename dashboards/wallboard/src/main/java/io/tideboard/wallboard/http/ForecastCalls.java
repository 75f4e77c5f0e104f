// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.export.Export;
import io.tideboard.wallboard.export.WfmLine;
import io.tideboard.wallboard.table.IntervalFilter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * {@code /api/v1/forecasts}: what is expected of each interval, the agents for it, and how the day
 * goes against it. Written on a worker thread: two weeks of all queues are long.
 */
final class ForecastCalls {

  private final Vertx vertx;
  private final Board board;
  private final QueueDefinitions catalog;
  private final BoardJson write;

  ForecastCalls(Vertx vertx, Board board, QueueDefinitions catalog) {
    this.vertx = vertx;
    this.board = board;
    this.catalog = catalog;
    this.write = new BoardJson(catalog);
  }

  void mount(Router router) {
    router.get("/api/v1/forecasts").handler(this::forecasts);
  }

  private void forecasts(RoutingContext request) {
    Query query = Query.of(request, "queue", "channel", "from", "to", "format");
    IntervalFilter filter =
        new IntervalFilter(
            Basis.ARRIVAL,
            query.text("queue"),
            query.channel("channel"),
            HistoryCalls.period(query));
    TableFormat format = query.constant(TableFormat.class, "format", TableFormat.JSON);
    vertx
        .executeBlocking(() -> body(filter, format))
        .onSuccess(body -> format.send(request, body, board.now()))
        .onFailure(request::fail);
  }

  private Buffer body(IntervalFilter filter, TableFormat format) throws IOException {
    Export export = format.export();
    StringBuilder text = new StringBuilder();
    if (export != null) {
      export.write(
          text, board.forecasts().rows(filter).map(row -> WfmLine.of(row, catalog)).iterator());
      return Buffer.buffer(text.toString());
    }
    if (format == TableFormat.CSV) {
      board.forecasts().writeCsv(text, filter);
      return Buffer.buffer(text.toString());
    }
    return json(filter);
  }

  private Buffer json(IntervalFilter filter) {
    Board.Now now = board.now();
    Instant time = now.stream() == null ? now.wall() : now.stream();
    List<QueueKey> keys =
        board.forecasts().keys().stream()
            .filter(key -> filter.queue() == null || filter.queue().equals(key.queue()))
            .filter(key -> filter.channel() == null || filter.channel().equals(key.channel()))
            .toList();
    return Json.object(
        json -> {
          write.head(json, now);
          ForecastWriter.rows(json, board.forecasts().rows(filter).iterator());
          ForecastWriter.days(
              json, board.forecasts(), keys, new ForecastWriter.Day(catalog, Micros.of(time)));
        });
  }
}
