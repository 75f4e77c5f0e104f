// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.history.Period;
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
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Period period = HistoryCalls.period(query);
    IntervalFilter filter =
        new IntervalFilter(
            Basis.ARRIVAL,
            query.text("queue"),
            query.channel("channel"),
            new IntervalFilter.Period(period.from(), period.to()));
    TableFormat format = query.constant(TableFormat.class, "format", TableFormat.JSON);
    Export export = format.export();
    if (export != null) {
      TableFormat.name(request, export, board.now());
    }
    String type = format == TableFormat.JSON ? "application/json" : "text/csv; charset=utf-8";
    vertx
        .executeBlocking(() -> body(filter, format, export))
        .onSuccess(body -> Answers.send(request, type, body))
        .onFailure(request::fail);
  }

  private Buffer body(IntervalFilter filter, TableFormat format, @Nullable Export export)
      throws IOException {
    StringBuilder text = new StringBuilder();
    if (export != null) {
      export.begin(text);
      Iterator<ForecastRow> rows = board.forecasts().rows(filter).iterator();
      while (rows.hasNext()) {
        export.line(text, WfmLine.of(rows.next(), catalog));
      }
      export.end(text);
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
