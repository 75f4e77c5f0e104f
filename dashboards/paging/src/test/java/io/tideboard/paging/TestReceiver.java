// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that answers as the test tells it to, and 204 else. */
final class TestReceiver implements AutoCloseable {

  /** Instead of a status: no answer before the receiver is closed. */
  static final int HANG = 0;

  /**
   * A call.
   *
   * @param at by the JVM's clock, in nanoseconds
   */
  record Call(int status, String id, JsonNode body, long at) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private HttpServer server;

  private TestReceiver() {}

  static TestReceiver start() throws IOException {
    TestReceiver receiver = new TestReceiver();
    receiver.listen(0);
    return receiver;
  }

  private void listen(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Away, and after the next call back at the same address. */
  void stop() {
    server.stop(0);
  }

  void startAgain() throws IOException {
    listen(server.getAddress().getPort());
  }

  /** The next calls are answered so. */
  void answers(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /** Every attempt, in order. */
  List<Call> calls() {
    return calls;
  }

  /** Those of that queue that were taken, by the type of their notice. */
  List<String> taken(String queue) {
    return calls.stream()
        .filter(call -> call.status() == 204)
        .filter(call -> call.body().path("data").path("queue").asText().equals(queue))
        .map(call -> call.body().path("type").asText())
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    long at = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Integer scripted = answers.poll();
    int status = scripted == null ? 204 : scripted;
    String id = exchange.getRequestHeaders().getFirst(Signature.ID);
    calls.add(new Call(status, String.valueOf(id), Json.parse(body), at));
    if (status == HANG) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
