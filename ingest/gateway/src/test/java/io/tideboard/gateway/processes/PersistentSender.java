// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Sends one request after the other, each until it is acknowledged, as senders are told to. Some
 * send events one by one, some in blocks with one in the middle that is refused.
 */
final class PersistentSender implements Callable<Integer> {

  private static final int PAUSE_MILLIS = 20;

  private final String name;
  private final int eventsARequest;
  private final URI events;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private volatile boolean ending;

  PersistentSender(String name, int eventsARequest, URI events) {
    this.name = name;
    this.eventsARequest = eventsARequest;
    this.events = events;
  }

  /** Lets the request under way be the last. */
  void end() {
    ending = true;
  }

  String name() {
    return name;
  }

  /**
   * Sends until it is told to end: events whose ids are its name and a number, from 0 on. Each was
   * acknowledged before the next was sent.
   *
   * @return how many were
   */
  @Override
  public Integer call() throws InterruptedException {
    int acknowledged = 0;
    while (!ending) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < eventsARequest; i++) {
        lines.append(event(name + "-" + (acknowledged + i))).append('\n');
      }
      if (eventsARequest > 1) {
        lines.append("{\"id\":\"refused\"}\n");
      }
      while (!isAcknowledged(lines.toString())) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      acknowledged += eventsARequest;
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS / 4);
    }
    return acknowledged;
  }

  private boolean isAcknowledged(String lines) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status != 503 && status != (eventsARequest > 1 ? 207 : 202)) {
        throw new AssertionError("answered " + status + ": " + answer.body());
      }
      return status != 503;
    } catch (IOException theGatewayIsDead) {
      return false;
    }
  }

  private String event(String id) {
    return """
    {"id":"%s","source":"chaos","type":"interaction.queued","time":"%s",\
    "interaction":"%s","channel":"voice","queue":"sales"}"""
        .formatted(id, Instant.now(), name);
  }
}
