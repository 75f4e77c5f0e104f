// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.feed.TopicReader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /healthz} and {@code /readyz}. */
final class HealthCalls {

  private final TopicReader reader;
  private final History history;

  HealthCalls(TopicReader reader, History history) {
    this.reader = reader;
    this.history = history;
  }

  void mount(Router router) {
    router.get("/healthz").handler(HealthCalls::fine);
    router.get("/readyz").handler(this::ready);
  }

  private void ready(RoutingContext request) {
    if (!reader.healthy()) {
      throw Refusal.of(RequestError.KAFKA_UNAVAILABLE, "Kafka cannot be read");
    }
    reader
        .pending()
        .or(history.feed()::awaited)
        .ifPresent(
            why -> {
              throw Refusal.of(RequestError.NOT_READY, why);
            });
    fine(request);
  }

  private static void fine(RoutingContext request) {
    Answers.passing(request, json -> json.writeStringField("status", "ok"));
  }
}
