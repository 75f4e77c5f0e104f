// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A sender with a WebSocket. */
final class Socketed implements WebSocket.Listener, AutoCloseable {

  private static final String ANSWER = "/components/schemas/SocketAnswer";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StringBuilder text = new StringBuilder();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final AtomicInteger pings = new AtomicInteger();
  private final AtomicInteger pongs = new AtomicInteger();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;

  private Socketed() {}

  /** Connects, with these headers, name after value. */
  static Socketed open(URI http, String... headers) {
    Socketed sender = new Socketed();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI address = URI.create("ws" + http.toString().substring("http".length()));
    sender.socket = builder.buildAsync(address, sender).join();
    return sender;
  }

  String ask(String message) {
    int before = answers.size();
    send(message);
    return answers(before + 1).get(before);
  }

  void send(String message) {
    socket.sendText(message, true).join();
  }

  void sendPart(String part) {
    socket.sendText(part, false).join();
  }

  void sendBinary(ByteBuffer bytes) {
    socket.sendBinary(bytes, true).join();
  }

  void ping() {
    socket.sendPing(ByteBuffer.allocate(0)).join();
  }

  void end() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /**
   * The first so many answers, as soon as they are there, which must be some that {@code
   * openapi.yaml} describes.
   */
  List<String> answers(int count) {
    await().atMost(PATIENCE).until(() -> answers.size() >= count);
    List<String> first = List.copyOf(answers.subList(0, count));
    assertThat(first).allSatisfy(Socketed::isDescribed);
    return first;
  }

  private static void isDescribed(String answer) {
    assertThat(ApiDescription.shipped().complaints(ANSWER, Running.json(answer))).isEmpty();
  }

  int pongs() {
    await().atMost(PATIENCE).until(() -> pongs.get() > 0);
    return pongs.get();
  }

  /** Waits for so many pings; the client answers them by itself. */
  void pings(int count) {
    await().atMost(PATIENCE).until(() -> pings.get() >= count);
  }

  /** The status that the gateway ends with. */
  int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      answers.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer content) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer content) {
    pongs.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }
}
