// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything real, in this JVM: from an event over HTTP to the wallboard. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter told = new StringWriter();

  @TempDir Path directory;

  @Test
  void anEventIsSeenOnTheWallboardAndItsStreamAndNothingIsLeftAfterwards() throws Exception {
    Path data;
    try (EmbeddedTideboard tideboard = tideboard(List.of())) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      data = addresses.data();
      URI api = addresses.wallboard().resolve("/api/v1/");
      try (Stream<String> stream = stream(api.resolve("stream"))) {
        post(addresses.gateway(), queued("c1", Instant.now()));
        await().atMost(PATIENCE).until(() -> waiting(api), waiting -> waiting == 1);
        assertThat(stream.filter(line -> line.contains("\"Sales\"")).findFirst()).isPresent();
      }
      assertThat(told.toString()).contains("Kafka is up", "Flink is up", "the gateway is up");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aDataDirectoryHoldsTheLogForTheNextStart() throws Exception {
    List<Setting> settings =
        List.of(new Setting("embedded.dataDir", directory.toString(), "--data-dir"));
    try (EmbeddedTideboard tideboard = tideboard(settings)) {
      post(tideboard.start().gateway(), queued("c1", Instant.now()));
    }
    byte[] key = Files.readAllBytes(directory.resolve("pseudonym.key"));
    try (EmbeddedTideboard tideboard = tideboard(settings)) {
      URI api = tideboard.start().wallboard().resolve("/api/v1/");
      await().atMost(PATIENCE).until(() -> waiting(api), waiting -> waiting == 1);
    }
    assertThat(directory.resolve("pseudonym.key")).hasBinaryContent(key);
  }

  private EmbeddedTideboard tideboard(List<Setting> settings) {
    List<Setting> ports =
        List.of(
            Setting.parse("gateway.port=0"),
            Setting.parse("wallboard.port=0"),
            Setting.parse("embedded.kafkaPort=0"));
    TideboardConfig config =
        ConfigLoader.load(null, Map.of(), Stream.concat(ports.stream(), settings.stream()).toList())
            .config();
    return new EmbeddedTideboard(config, new Steps(new PrintWriter(told)));
  }

  private int waiting(URI api) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(api.resolve("queues/Sales"));
    JsonNode line = JSON.readTree(answer.body());
    return answer.statusCode() == 200 ? line.findPath("waiting").asInt() : 0;
  }

  private Stream<String> stream(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines())
        .body();
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void post(URI gateway, String event) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(202);
  }

  private static String queued(String interaction, Instant at) {
    return """
        {"id":"%s","source":"test","type":"interaction.queued","time":"%s",\
        "interaction":"%s","channel":"voice","queue":"Sales"}
        """
        .formatted(interaction, at, interaction);
  }
}
