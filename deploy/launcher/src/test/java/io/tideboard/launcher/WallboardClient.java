// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What somebody sees who looks at a wallboard. */
final class WallboardClient {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;

  WallboardClient(String root) {
    this.api = URI.create(root).resolve("/api/v1/");
  }

  /** Contacts offered today, to all queues. */
  long offeredToday() throws IOException, InterruptedException {
    long offered = 0;
    for (JsonNode queue : JSON.readTree(text("queues")).path("queues")) {
      offered += queue.path("today").path("offered").asLong();
    }
    return offered;
  }

  /** Contacts that wait in that queue, on all channels. */
  int waiting(String queue) throws IOException, InterruptedException {
    int waiting = 0;
    for (JsonNode line : JSON.readTree(text("queues")).path("queues")) {
      if (line.path("queue").asText().equals(queue)) {
        waiting += line.path("waiting").asInt();
      }
    }
    return waiting;
  }

  /** The interval table of that basis, as CSV, line by line. */
  Stream<String> intervals(String basis) throws IOException, InterruptedException {
    return text("intervals?format=csv&basis=" + basis).lines();
  }

  /** All breaches, as a batch run would write them under a header of those columns. */
  Stream<String> breaches(List<String> columns) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (JsonNode breach : JSON.readTree(text("breaches")).path("breaches")) {
      lines.add(columns.stream().map(column -> csv(breach.path(column))).collect(joining(",")));
    }
    return lines.stream();
  }

  private static String csv(JsonNode field) {
    String text = field.isNumber() ? field.decimalValue().toPlainString() : field.asText();
    return text.contains(",") ? '"' + text + '"' : text;
  }

  /** The lines of the stream, as they come; to be closed. */
  Stream<String> stream() throws IOException, InterruptedException {
    return http.send(request("stream"), HttpResponse.BodyHandlers.ofLines()).body();
  }

  private String text(String call) throws IOException, InterruptedException {
    return http.send(request(call), HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpRequest request(String call) {
    return HttpRequest.newBuilder(api.resolve(call)).build();
  }
}
