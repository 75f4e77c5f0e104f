// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks that knows when it was told first of which queue, and how often. */
final class PagedQueues implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_MILLIS = 30_000;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<String, Long> told = new HashMap<>();
  private int repetitions;

  private PagedQueues(HttpServer server) {
    this.server = server;
  }

  static PagedQueues start() throws IOException {
    PagedQueues paged =
        new PagedQueues(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    paged.server.setExecutor(paged.thread);
    paged.server.createContext("/", paged::take);
    paged.server.start();
    return paged;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void take(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    JsonNode notice = JSON.readTree(exchange.getRequestBody());
    exchange.sendResponseHeaders(NO_CONTENT, -1);
    exchange.close();
    if (notice.path("type").asText().equals("alert.opened")) {
      open(notice.path("data").path("queue").asText(), now);
    }
  }

  private synchronized void open(String queue, long now) {
    if (told.putIfAbsent(queue, now) != null) {
      repetitions++;
    }
    notifyAll();
  }

  /** Waits until it was told of that queue, and returns when that was, in nanoseconds. */
  synchronized long await(String queue) throws InterruptedException {
    long deadline = System.currentTimeMillis() + MOST_MILLIS;
    while (!told.containsKey(queue)) {
      long left = deadline - System.currentTimeMillis();
      if (left <= 0) {
        throw new IllegalStateException(queue + ": no webhook within " + MOST_MILLIS + " ms");
      }
      wait(left);
    }
    return told.get(queue);
  }

  /** How often it was told of the same queue again. */
  synchronized int repetitions() {
    return repetitions;
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
