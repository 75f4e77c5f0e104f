// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whom Alertmanager tells: keeps every notification that shows the token. */
final class Pager implements AutoCloseable {

  static final String TOKEN = "let-me-in";

  /**
   * One notification.
   *
   * @param path to which it was posted
   * @param status {@code firing} or {@code resolved}
   * @param alert the name of its first alert
   * @param queue that it is about; empty for none
   */
  record Notification(String path, String status, String alert, String queue) {}

  private final List<Notification> notifications = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Pager() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
      if (known) {
        JsonNode labels = body.path("alerts").path(0).path("labels");
        notifications.add(
            new Notification(
                exchange.getRequestURI().getPath(),
                body.path("status").asText(),
                labels.path("alertname").asText(),
                labels.path("queue").asText()));
      }
      exchange.sendResponseHeaders(known ? 200 : 401, -1);
    }
  }

  /** Where it listens, without a path. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was told, in order. */
  List<Notification> told() {
    return List.copyOf(notifications);
  }

  /** What was told of an alert. */
  List<Notification> told(String alert) {
    return notifications.stream().filter(each -> each.alert().equals(alert)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
