// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a notifier shows of itself: metrics, health, and what could not be delivered. */
public final class PagingServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final HttpServer server;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  private PagingServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @throws IOException when the address cannot be listened on
   */
  public static PagingServer start(
      InetSocketAddress address, Notifier notifier, PrometheusMeterRegistry registry)
      throws IOException {
    PagingServer paging = new PagingServer(HttpServer.create(address, 0));
    HttpServer server = paging.server;
    server.setExecutor(paging.thread);
    server.createContext("/metrics", call -> answer(call, OK, TEXT, registry.scrape()));
    server.createContext("/healthz", call -> answer(call, OK, TEXT, "ok\n"));
    server.createContext(
        "/readyz",
        call ->
            answer(
                call,
                notifier.ready() ? OK : UNAVAILABLE,
                TEXT,
                notifier.ready() ? "ok\n" : "Kafka cannot be read\n"));
    server.createContext(
        "/api/v1/undelivered", call -> answer(call, OK, JSON, undelivered(notifier)));
    server.start();
    return paging;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static String undelivered(Notifier notifier) {
    ObjectNode json = Json.object();
    json.put("onDuty", notifier.onDuty());
    json.putArray("undelivered");
    notifier.undelivered().forEach(letter -> json.withArray("undelivered").add(letter.json()));
    return new String(Json.bytes(json), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange call, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
