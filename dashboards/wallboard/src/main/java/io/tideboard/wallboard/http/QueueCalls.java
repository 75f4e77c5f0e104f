// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.board.Standing;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /api/v1/queues}: how every queue stands now. */
final class QueueCalls {

  private final Board board;
  private final QueueDefinitions catalog;
  private final BoardJson write;

  QueueCalls(Board board, QueueDefinitions catalog) {
    this.board = board;
    this.catalog = catalog;
    this.write = new BoardJson(catalog);
  }

  void mount(Router router) {
    router.get("/api/v1/queues").handler(this::all);
    router.get("/api/v1/queues/:queue").handler(this::one);
  }

  private void all(RoutingContext request) {
    Query.of(request);
    answer(request, board.queues());
  }

  private void one(RoutingContext request) {
    Query.of(request);
    String name = request.pathParam("queue");
    List<Standing> channels =
        board.queues().stream().filter(each -> each.key().queue().equals(name)).toList();
    if (channels.isEmpty()) {
      throw Refusal.of(
          RequestError.UNKNOWN_QUEUE, "queue", name, "a queue that something was heard of");
    }
    answer(request, channels);
  }

  private void answer(RoutingContext request, List<Standing> queues) {
    Board.Now now = board.now();
    Answers.send(
        request,
        Answers.JSON,
        Tag.ofQueues(queues, catalog),
        () ->
            Json.object(
                json -> {
                  write.head(json, now);
                  write.queues(json, now, queues);
                }));
  }
}
