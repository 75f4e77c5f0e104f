// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.metrics.WallboardMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /metrics}: made on a worker thread, so that the live stream does not wait for it. */
final class MetricsCall {

  private static final int LONG = 256 * 1_024;

  private final Vertx vertx;
  private final WallboardMetrics metrics;

  MetricsCall(Vertx vertx, WallboardMetrics metrics) {
    this.vertx = vertx;
    this.metrics = metrics;
  }

  void mount(Router router) {
    router.get("/metrics").handler(this::page);
  }

  private void page(RoutingContext request) {
    vertx
        .executeBlocking(() -> metrics.page())
        .onSuccess(page -> Answers.passing(request, page.type(), Buffer.buffer(page.bytes()), LONG))
        .onFailure(request::fail);
  }
}
