// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Follows the wallboard's stream and knows when how many contacts were shown to wait in a queue.
 */
final class ShownContacts implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_MILLIS = 30_000;

  private final InputStream stream;
  private final String queue;
  private int waiting;
  private long shownAt;

  private ShownContacts(InputStream stream, String queue) {
    this.stream = stream;
    this.queue = queue;
  }

  static ShownContacts follow(int port, String queue) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/stream"))
            .header("Accept", "text/event-stream")
            .build();
    InputStream stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    ShownContacts shown = new ShownContacts(stream, queue);
    Thread reader = new Thread(shown::read, "bench-stream");
    reader.setDaemon(true);
    reader.start();
    return shown;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ") && line.contains("\"" + queue + "\"")) {
          long now = System.nanoTime();
          for (JsonNode each : JSON.readTree(line.substring(6)).path("queues")) {
            if (each.path("queue").asText().equals(queue)) {
              show(each.path("waiting").asInt(), now);
            }
          }
        }
      }
    } catch (IOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        show(-1, System.nanoTime());
      }
    }
  }

  private synchronized void show(int waiting, long at) {
    this.waiting = waiting;
    this.shownAt = at;
    notifyAll();
  }

  /** Waits until so many are shown to wait, and returns when that was, in nanoseconds. */
  synchronized long await(int contacts) throws InterruptedException {
    long deadline = System.currentTimeMillis() + MOST_MILLIS;
    while (waiting < contacts) {
      long left = deadline - System.currentTimeMillis();
      if (left <= 0 || waiting < 0) {
        throw new IllegalStateException(waiting + " contacts shown: expected " + contacts);
      }
      wait(left);
    }
    return shownAt;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
