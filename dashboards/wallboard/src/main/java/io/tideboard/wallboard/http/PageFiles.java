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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
          "openapi.yaml",
          "css/desk.css",
          "css/frame.css",
          "css/narrow.css",
          "css/theme.css",
          "css/wall.css",
          "js/base/dom.js",
          "js/base/figures.js",
          "js/base/format.js",
          "js/base/icons.js",
          "js/base/order.js",
          "js/desk/agents.js",
          "js/desk/breaches.js",
          "js/desk/contacts.js",
          "js/desk/dates.js",
          "js/desk/export.js",
          "js/desk/facts.js",
          "js/desk/periods.js",
          "js/desk/queue.js",
          "js/desk/queueday.js",
          "js/desk/queues.js",
          "js/desk/states.js",
          "js/desk/table.js",
          "js/frame/address.js",
          "js/frame/alarms.js",
          "js/frame/clock.js",
          "js/frame/commands.js",
          "js/frame/definitions.js",
          "js/frame/dialogs.js",
          "js/frame/freshness.js",
          "js/frame/keys.js",
          "js/frame/nav.js",
          "js/frame/page.js",
          "js/frame/sound.js",
          "js/frame/theme.js",
          "js/live/api.js",
          "js/live/board.js",
          "js/live/center.js",
          "js/live/day.js",
          "js/live/events.js",
          "js/live/forecasts.js",
          "js/live/poll.js",
          "js/live/stream.js",
          "js/live/token.js",
          "js/live/trend.js",
          "js/live/version.js",
          "js/main.js",
          "js/planner/choices.js",
          "js/planner/exports.js",
          "js/planner/forecast.js",
          "js/planner/intervals.js",
          "js/planner/summary.js",
          "js/planner/sums.js",
          "js/planner/whatif.js",
          "js/wall/chart.js",
          "js/wall/daychart.js",
          "js/wall/headline.js",
          "js/wall/legend.js",
          "js/wall/pages.js",
          "js/wall/spark.js",
          "js/wall/strip.js",
          "js/wall/tile.js",
          "js/wall/wall.js");

  private static final String PAGE = "/io/tideboard/wallboard/page/";
  private static final String CHARTS = "lib/chart.js";
  private static final String CHARTS_IN_JAR =
      "/META-INF/resources/webjars/chartjs/4.4.3/dist/chart.umd.js";

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
    MessageDigest all = sha256();
    for (String name : NAMES) {
      mount(router, name, read(name, PAGE + name, all));
    }
    mount(router, CHARTS, read(CHARTS, CHARTS_IN_JAR, all));
    version(router, hex(all));
  }

  /** Names what is served, so that a page that runs for months sees that there is another one. */
  private static void version(Router router, String version) {
    router
        .get("/version.json")
        .handler(
            request -> Answers.passing(request, json -> json.writeStringField("page", version)));
  }

  private static void mount(Router router, String name, PageFile file) {
    router.get("/" + name).handler(request -> send(request, file));
    if (name.equals("index.html")) {
      router.get("/").handler(request -> send(request, file));
    }
  }

  private static void send(RoutingContext request, PageFile file) {
    HttpServerResponse response =
        request
            .response()
            .putHeader(HttpHeaders.ETAG, file.tag)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
            .putHeader(HttpHeaders.VARY, "Accept-Encoding")
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

  private static PageFile read(String name, String resource, MessageDigest all) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": expected among the files of the page");
      }
      byte[] bytes = in.readAllBytes();
      all.update(bytes);
      MessageDigest own = sha256();
      own.update(bytes);
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      Buffer plain = Buffer.buffer(bytes);
      return new PageFile(type, tag(own), plain, Gzip.whole(plain));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static String tag(MessageDigest digest) {
    return "W/\"" + hex(digest) + '"';
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
