// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.alerts.AlertPhase;
import io.tideboard.wallboard.board.Board;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /api/v1/alerts}: the episodes that are open, and those of the last week. */
final class AlertCalls {

  private final Board board;
  private final BoardJson write;

  AlertCalls(Board board, BoardJson write) {
    this.board = board;
    this.write = write;
  }

  void mount(Router router) {
    router.get("/api/v1/alerts").handler(this::alerts);
  }

  private void alerts(RoutingContext request) {
    Query query = Query.of(request, "queue", "phase");
    String queue = query.text("queue");
    boolean any = query.text("phase") == null;
    AlertPhase phase = query.constant(AlertPhase.class, "phase", AlertPhase.OPEN);
    List<AlertEpisode> those =
        board
            .alerts()
            .those(
                episode ->
                    (queue == null || queue.equals(episode.origin().queue()))
                        && (any || phase == episode.phase()));
    Answers.json(
        request,
        json -> {
          write.head(json, board.now());
          json.writeArrayFieldStart("alerts");
          for (AlertEpisode episode : those) {
            json.writeRawValue(new String(AlertJson.write(episode), StandardCharsets.UTF_8));
          }
          json.writeEndArray();
        });
  }
}
