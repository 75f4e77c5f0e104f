// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may send to the gateway as it is configured and run. */
class AccessIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path directory;
  private Path script;
  private EmbeddedKafka kafka;

  @BeforeEach
  void start() throws IOException {
    script = BuiltTree.in(directory).script();
    kafka = EmbeddedKafka.start();
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void whoHasAKeySendsAndAFollowedLogIsReadAndNobodyElseIsHeard() throws Exception {
    List<String> made = Ran.command("api-key").out().lines().toList();
    String key = made.get(0).substring("key   ".length());
    Path log =
        Files.writeString(
            directory.resolve("queue_log"),
            Instant.now().getEpochSecond() + "|17.1|Returns|NONE|ENTERQUEUE||+49305550123|1\n");
    Path config =
        Files.writeString(
            directory.resolve("access.yaml"),
            """
            gateway: {host: 0.0.0.0, port: 0}
            sources:
              crm: {key: "%s", eventsPerSecond: 100000}
              pbx:
                queueLog: {file: "%s", position: "%s"}
            """
                .formatted(
                    made.get(1).substring("hash  ".length()), log, directory.resolve("position")));
    try (Running gateway =
        Running.start(
            script,
            directory,
            "gateway",
            "--bootstrap",
            kafka.bootstrapServers(),
            "--config",
            config.toString())) {
      URI events = URI.create(gateway.awaitLine("is up at ").split(",", -1)[0] + "/v1/events");
      assertThat(send(events, "").statusCode()).isEqualTo(401);
      assertThat(send(events, key).statusCode()).isEqualTo(202);
      assertThat(replayed(events, key)).isZero();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  metrics(events, key)
                      .contains(
                          "connection_acknowledged_total{kind=\"queue_log\",source=\"pbx\"} 1.0"));
      List<String> next = Ran.command("api-key").out().lines().toList();
      String nextKey = next.get(0).substring("key   ".length());
      assertThat(send(events, nextKey).statusCode()).isEqualTo(401);
      String nextHash = next.get(1).substring("hash  ".length());
      Files.writeString(
          config,
          Files.readString(config).replace("crm: {", "crm: {nextKey: \"" + nextHash + "\", "));
      await().atMost(PATIENCE).until(() -> send(events, nextKey).statusCode() == 202);
      assertThat(send(events, key).statusCode()).isEqualTo(202);
    }
  }

  @Test
  void aGatewayWithASpoolThatIsThereBeforeKafkaSeesToTheTopicsOnceKafkaIs() throws Exception {
    String bootstrap = kafka.bootstrapServers();
    kafka.close();
    try (Running gateway =
        Running.start(
            script,
            directory,
            "gateway",
            "--bootstrap",
            bootstrap,
            "--gateway-port",
            "0",
            "--set",
            "spool.dir=" + directory.resolve("spool"))) {
      gateway.awaitLine("the spool takes events until Kafka does");
      URI events = URI.create(gateway.awaitLine("is up at ").split(",", -1)[0] + "/v1/events");
      assertThat(send(events, "").statusCode()).isEqualTo(202);
      int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
      kafka = EmbeddedKafka.start(BrokerOptions.temporary().onPort(port));
      gateway.awaitLine("Kafka is there, and has the topics");
      await()
          .atMost(PATIENCE)
          .until(() -> metrics(events, "").contains("tideboard_gateway_forwarded_total 1.0"));
    }
  }

  @Test
  void whoHasNoCredentialToShowIsToldSoAndListensToThisMachine() throws Exception {
    try (Running gateway =
        Running.start(
            script,
            directory,
            "gateway",
            "--bootstrap",
            kafka.bootstrapServers(),
            "--gateway-port",
            "0")) {
      assertThat(gateway.awaitLine("no credential is configured: "))
          .isEqualTo("the gateway listens to this machine only");
      assertThat(gateway.awaitLine("is up at ")).startsWith("http://127.0.0.1:");
    }
  }

  private int replayed(URI events, String key) throws IOException {
    Path file = Files.writeString(directory.resolve("events.ndjson"), queued("r-1") + "\n");
    Path keyFile = Files.writeString(directory.resolve("crm.key"), key + "\n");
    return Ran.command(
            "replay",
            "--events",
            file.toString(),
            "--to",
            events.toString(),
            "--key-file",
            keyFile.toString())
        .exitCode();
  }

  private HttpResponse<String> send(URI events, String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(events)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(queued("a-1"), StandardCharsets.UTF_8));
    return http.send(
        key.isEmpty() ? request.build() : request.header("X-Api-Key", key).build(),
        BodyHandlers.ofString());
  }

  private String metrics(URI events, String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(events.resolve("/metrics"));
    return http.send(
            key.isEmpty() ? request.build() : request.header("X-Api-Key", key).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static String queued(String id) {
    return """
    {"id":"%1$s","source":"crm","type":"interaction.queued","time":"%2$s",\
    "interaction":"call %1$s","channel":"voice","queue":"Sales"}"""
        .formatted(id, Instant.now());
  }
}
