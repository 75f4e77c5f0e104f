// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The page and its files, kept in memory. Browsers ask each time whether a file has changed, so a
 * board on a wall shows a new version after a reload.
 */
final class PageFiles {

  private static final List<String> NAMES =
      List.of(
          "index.html",
          "signin.html",
          "openapi.yaml",
          "css/signin.css",
          "css/wallboard.css",
          "js/board.js",
          "js/dom.js",
          "js/figures.js",
          "js/format.js",
          "js/freshness.js",
          "js/headline.js",
          "js/icons.js",
          "js/main.js",
          "js/pages.js",
          "js/signin.js",
          "js/stream.js",
          "js/tile.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "yaml", "application/yaml");

  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
          + " data:; base-uri 'none'; form-action 'none'";

  private record PageFile(String type, String tag, Buffer bytes, Buffer gzip) {}

  private PageFiles() {}

  static void mount(Router router) {
    for (String name : NAMES) {
      PageFile file = read(name);
      router.get("/" + name).handler(request -> send(request, file));
      if (name.equals("index.html")) {
        router.get("/").handler(request -> send(request, file));
      }
    }
  }

  private static void send(RoutingContext request, PageFile file) {
    HttpServerResponse response =
        request
            .response()
            .putHeader(HttpHeaders.ETAG, file.tag)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
            .putHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie")
            .putHeader("Content-Security-Policy", ONLY_OURS)
            .putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type);
    if (Answers.knows(request, file.tag)) {
      response.setStatusCode(304).end();
    } else if (Gzip.accepted(request.request())) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(file.gzip);
    } else {
      response.end(file.bytes);
    }
  }

  private static PageFile read(String name) {
    try (InputStream in =
        PageFiles.class.getResourceAsStream("/io/tideboard/wallboard/page/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": expected among the files of the page");
      }
      byte[] bytes = in.readAllBytes();
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      Buffer plain = Buffer.buffer(bytes);
      return new PageFile(type, Tag.of(plain), plain, Gzip.whole(plain));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
