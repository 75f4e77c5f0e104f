// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything real, in this JVM: from an event over HTTP to the wallboard. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter told = new StringWriter();

  @TempDir Path directory;

  @Test
  void anEventIsSeenOnTheWallboardAndItsStreamAndNothingIsLeftAfterwards() throws Exception {
    Path data;
    try (EmbeddedTideboard tideboard = tideboard(List.of())) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      data = addresses.data();
      WallboardClient wallboard = new WallboardClient(addresses.wallboard().toString());
      try (Stream<String> stream = wallboard.stream()) {
        post(addresses.gateway(), queued("c1", Instant.now()));
        await().atMost(PATIENCE).until(() -> wallboard.waiting("Sales") == 1);
        assertThat(stream.filter(line -> line.contains("\"Sales\"")).findFirst()).isPresent();
      }
      assertThat(told.toString()).contains("Kafka is up", "Flink is up", "the gateway is up");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aDataDirectoryHoldsTheLogForTheNextStartWhichPagesNobodyAgain() throws Exception {
    List<String> notices = new CopyOnWriteArrayList<>();
    HttpServer receiver = receiver(notices);
    List<Setting> settings =
        List.of(
            new Setting("embedded.dataDir", directory.toString(), "--data-dir"),
            Setting.parse("alerts.port=0"),
            Setting.parse("alerts.waitingWarning=1"),
            Setting.parse("alerts.calm=1s"),
            Setting.parse(
                "receivers.desk.webhook.url=http://127.0.0.1:" + receiver.getAddress().getPort()));
    try (EmbeddedTideboard tideboard = tideboard(settings)) {
      post(tideboard.start().gateway(), queued("c1", Instant.now()));
      await().atMost(PATIENCE).until(() -> notices.equals(List.of("alert.opened")));
    }
    byte[] key = Files.readAllBytes(directory.resolve("pseudonym.key"));
    try (EmbeddedTideboard tideboard = tideboard(settings)) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      WallboardClient wallboard = new WallboardClient(addresses.wallboard().toString());
      await().atMost(PATIENCE).until(() -> wallboard.waiting("Sales") == 1);
      post(addresses.gateway(), event("c1", "abandoned", Instant.now()));
      await().atMost(PATIENCE).until(() -> notices.contains("alert.closed"));
    } finally {
      receiver.stop(0);
    }
    assertThat(notices).containsExactly("alert.opened", "alert.closed");
    assertThat(directory.resolve("pseudonym.key")).hasBinaryContent(key);
  }

  /** A receiver of webhooks, which notes their types. */
  private static HttpServer receiver(List<String> notices) throws IOException {
    Pattern type = Pattern.compile("\"type\":\"([a-z.]+)\"");
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          type.matcher(body).results().forEach(found -> notices.add(found.group(1)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
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
    return event(interaction, "queued", at);
  }

  private static String event(String interaction, String type, Instant at) {
    return """
        {"id":"%s-%s","source":"test","type":"interaction.%s","time":"%s",\
        "interaction":"%s","channel":"voice","queue":"Sales"}
        """
        .formatted(interaction, type, type, at, interaction);
  }
}
