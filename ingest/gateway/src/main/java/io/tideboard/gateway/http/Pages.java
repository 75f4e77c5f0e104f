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
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be read: health, readiness, metrics, and the description of the interface. */
public final class Pages {

  static final String METRICS = "/metrics";

  /** The methods of every page. */
  static final String READ = "GET, HEAD";

  private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII);
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, Supplier<Answer>> pages;
  private final PageRegistry metrics;

  /** About that log and those metrics. */
  public Pages(EventLog log, PageRegistry metrics) {
    Answer openApi = Answer.page("application/yaml", openApi());
    this.metrics = metrics;
    this.pages =
        Map.of(
            "/healthz",
            () -> Answer.page(Answer.JSON, OK),
            "/readyz",
            () -> readiness(log),
            "/openapi.yaml",
            () -> openApi);
  }

  /** The answer to a request for anything but events and metrics. */
  Answer answer(String path, HttpRequest request) {
    Supplier<Answer> page = pages.get(path);
    if (page == null) {
      return Answer.error(RequestError.NOT_FOUND, "nothing is at this path, see /openapi.yaml");
    }
    return isRead(request) ? page.get() : wrongMethod(READ);
  }

  /** The metrics as they are a moment later; the answer comes on another thread. */
  void metrics(Consumer<Answer> answer) {
    metrics.page(page -> answer.accept(Answer.page(METRICS_TYPE, page)));
  }

  /** About how many bytes the metrics are. */
  int metricsSize() {
    return metrics.usualSize();
  }

  /** Whether that request only reads. */
  static boolean isRead(HttpRequest request) {
    HttpMethod method = request.method();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
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
