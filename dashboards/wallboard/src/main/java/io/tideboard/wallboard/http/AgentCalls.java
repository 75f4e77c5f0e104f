// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.events.AgentState;
import io.tideboard.wallboard.board.AgentStanding;
import io.tideboard.wallboard.board.Board;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /api/v1/agents}: what every agent does now. */
final class AgentCalls {

  private final Board board;
  private final BoardJson write;

  AgentCalls(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
  }

  void mount(Router router) {
    router.get("/api/v1/agents").handler(this::agents);
  }

  private void agents(RoutingContext request) {
    Query query = Query.of(request, "queue", "state");
    String queue = query.text("queue");
    AgentState state =
        query.text("state") == null
            ? null
            : query.constant(AgentState.class, "state", AgentState.AVAILABLE);
    List<AgentStanding> agents =
        board.staff().agents().stream()
            .filter(each -> queue == null || each.status().doing().queues().contains(queue))
            .filter(each -> state == null || each.status().doing().state() == state)
            .toList();
    Board.Now now = board.now();
    Answers.send(
        request,
        Answers.JSON,
        Tag.ofAgents(agents),
        () ->
            Json.object(
                json -> {
                  write.head(json, now);
                  AgentJson.agents(json, now, agents);
                }));
  }
}
