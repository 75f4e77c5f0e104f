// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Sending answers. */
final class Answers {

  private static final String JSON = "application/json";

  private Answers() {}

  static void json(RoutingContext request, Json.Fields fields) {
    send(request, JSON, Json.object(fields));
  }

  static void send(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  static void refuse(RoutingContext request, Refusal why) {
    if (request.response().ended() || request.response().headWritten()) {
      request.request().connection().close();
      return;
    }
    request.response().setStatusCode(why.status());
    json(
        request,
        json -> {
          json.writeStringField("code", why.code());
          json.writeStringField("message", why.getMessage());
          if (why.field() != null) {
            json.writeStringField("field", why.field());
          }
          if (why.value() != null) {
            json.writeStringField("value", why.value());
          }
        });
  }
}
