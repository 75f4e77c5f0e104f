// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How soon the gateway is not ready after Kafka begins to go, and accepts an event after Kafka is
 * back, asked a hundred times a second. Kafka is back when it answers its own admin client.
 */
final class KafkaOutage {

  private static final long ASK_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();

  private interface Question {
    HttpRequest ask(URI root);
  }

  /** A gateway and a broker of their own, which is closed and started again. */
  void measure(FigureSheet sheet) throws Exception {
    Path directory = Files.createTempDirectory("tideboard-outage");
    EmbeddedKafka first = EmbeddedKafka.start(BrokerOptions.keptIn(directory));
    first.createTopics(1);
    try (GatewayProcess gateway = GatewayProcess.start(first.bootstrapServers())) {
      URI root = URI.create("http://127.0.0.1:" + gateway.port());
      long going = System.nanoTime();
      CompletableFuture<Long> red = when(root, KafkaOutage::isReady, 503);
      first.close();
      sheet.add(Figure.of("gateway.outage.not-ready", millis(red.get() - going), "ms"));
      CompletableFuture<Long> accepted = when(root, KafkaOutage::event, 202);
      try (EmbeddedKafka second =
          EmbeddedKafka.start(
              BrokerOptions.keptIn(directory).onPort(first.port()).keeping(false))) {
        second.createTopics(1);
        long back = System.nanoTime();
        double waited = millis(Math.max(0, accepted.get() - back));
        sheet.add(Figure.of("gateway.outage.accepts-again", waited, "ms"));
      }
    }
  }

  /** The moment at which the gateway first answers so. */
  private CompletableFuture<Long> when(URI root, Question question, int status) {
    return CompletableFuture.supplyAsync(
        () -> {
          long end = System.nanoTime() + PATIENCE.toNanos();
          while (status(question.ask(root)) != status) {
            if (System.nanoTime() > end) {
              throw new IllegalStateException("no " + status + " within " + PATIENCE);
            }
            pause();
          }
          return System.nanoTime();
        });
  }

  private int status(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest isReady(URI root) {
    return HttpRequest.newBuilder(root.resolve("/readyz")).build();
  }

  private static HttpRequest event(URI root) {
    String event =
        "{\"id\":\"back\",\"type\":\"source.restarted\",\"time\":\"" + Instant.now() + "\"}";
    return HttpRequest.newBuilder(root.resolve("/v1/events"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(event))
        .build();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
