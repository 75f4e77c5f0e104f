// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.tideboard.gateway.publish.EventLog;
import io.tideboard.gateway.publish.PageRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** What can be read: health, readiness, metrics, and the description of the interface. */
public final class Pages {

  private static final String METRICS = "/metrics";
  private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII);
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, Supplier<Answer>> pages;

  /** About that log and those metrics. */
  public Pages(EventLog log, PageRegistry metrics) {
    Answer openApi = Answer.page("application/yaml", openApi());
    this.pages =
        Map.of(
            "/healthz",
            () -> Answer.page(Answer.JSON, OK),
            "/readyz",
            () -> readiness(log),
            METRICS,
            () -> Answer.page(METRICS_TYPE, metrics.page()),
            "/openapi.yaml",
            () -> openApi);
  }

  /** The answer to a request for anything but events. */
  Answer answer(String path, HttpRequest request) {
    Supplier<Answer> page = pages.get(path);
    if (page == null) {
      return Answer.error(RequestError.NOT_FOUND, "nothing is at this path, see /openapi.yaml");
    }
    HttpMethod method = request.method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return wrongMethod("GET, HEAD");
    }
    return page.get();
  }

  /** Whether a page shows how much is sent, and so needs a credential where there are any. */
  static boolean isForSendersOnly(String path) {
    return path.equals(METRICS);
  }

  static Answer wrongMethod(String allowed) {
    return Answer.error(RequestError.METHOD_NOT_ALLOWED, "expected " + allowed).allowing(allowed);
  }

  private static Answer readiness(EventLog log) {
    String trouble = log.trouble();
    return trouble == null
        ? Answer.page(Answer.JSON, OK)
        : Answer.error(RequestError.KAFKA_UNAVAILABLE, trouble);
  }

  private static byte[] openApi() {
    try (InputStream file = Pages.class.getResourceAsStream("/io/tideboard/gateway/openapi.yaml")) {
      if (file == null) {
        throw new IllegalStateException("openapi.yaml is missing from the gateway's jar");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml cannot be read", e);
    }
  }
}
