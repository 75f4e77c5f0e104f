// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideboard.events.Event;
import io.tideboard.events.json.Decoded;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.events.json.EventFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Receives events over real HTTP, keeps them, and answers as it is told to. */
final class TestGateway implements AutoCloseable {

  /** An answer; null for {@code retryAfter} leaves the header out. */
  record Answer(int status, String retryAfter, String body) {}

  static {
    // Without it each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Event> accepted = new ArrayList<>();
  private final List<List<Event>> requests = new ArrayList<>();
  private String heldKey;
  private CountDownLatch held;

  TestGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/v1/events", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Requests with an event of that key get no answer until the latch is open. */
  synchronized void hold(String key, CountDownLatch until) {
    heldKey = key;
    held = until;
  }

  /** The next request gets this answer; without one it is accepted. */
  synchronized void answer(int status, String retryAfter, String body) {
    answers.add(new Answer(status, retryAfter, body));
  }

  synchronized List<Event> accepted() {
    return List.copyOf(accepted);
  }

  synchronized List<List<Event>> requests() {
    return List.copyOf(requests);
  }

  private void receive(HttpExchange exchange) throws IOException {
    List<Event> events = events(exchange);
    awaitRelease(events);
    Answer answer = answerTo(events);
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    if (answer.retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter);
    }
    exchange.sendResponseHeaders(answer.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitRelease(List<Event> events) throws IOException {
    CountDownLatch until;
    synchronized (this) {
      until = events.stream().anyMatch(event -> event.key().equals(heldKey)) ? held : null;
    }
    try {
      if (until != null) {
        until.await();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized Answer answerTo(List<Event> events) {
    requests.add(events);
    Answer planned = answers.poll();
    if (planned != null) {
      return planned;
    }
    accepted.addAll(events);
    return new Answer(202, null, "{\"accepted\":" + events.size() + "}");
  }

  private static List<Event> events(HttpExchange exchange) throws IOException {
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream in = exchange.getRequestBody();
    byte[] body = gzip ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    EventFormat format =
        EventFormat.ofContentType(exchange.getRequestHeaders().getFirst("Content-Type"));
    return new EventDecoder("test")
        .decode(format, body, 0, body.length).stream()
            .map(decoded -> ((Decoded.Valid) decoded).event())
            .toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
