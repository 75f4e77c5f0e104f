// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.publish.KafkaSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaOutageIT {

  private static final int MOST_UNDER_WAY = 2_000_000;

  @TempDir Path data;

  @Test
  void nothingIsAcknowledgedWhileKafkaIsAwayAndEverythingAcknowledgedIsThereAfterwards() {
    EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.keptIn(data));
    kafka.createTopics(1);
    GatewaySettings settings =
        Running.settings(kafka)
            .with(
                KafkaSettings.of(kafka.bootstrapServers())
                    .withDeliveryTimeout(Duration.ofSeconds(2)));
    Set<String> acknowledged = new TreeSet<>();
    try (Running running = Running.on(kafka, settings)) {
      assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
      send(running, "before", acknowledged);
      assertThat(acknowledged).containsExactly("before");

      kafka.close();
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer = send(running, "during-" + i, acknowledged);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo("kafka_unavailable");
      }
      assertThat(acknowledged).containsExactly("before");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> running.get("/readyz").statusCode() == 503);
      assertThat(running.get("/healthz").statusCode()).isEqualTo(200);

      try (EmbeddedKafka again =
          EmbeddedKafka.start(BrokerOptions.keptIn(data).onPort(kafka.port()))) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> running.get("/readyz").statusCode() == 200);
        assertThat(send(running, "after", acknowledged).statusCode()).isEqualTo(202);
        assertThat(inKafka(running)).containsAll(acknowledged);
        assertThat(running.metric("tideboard_gateway_accepted_total"))
            .isEqualTo(
                running.metric("tideboard_gateway_published_total")
                    + running.metric("tideboard_gateway_failed_total"));
        assertThat(running.metric("tideboard_gateway_published_total")).isEqualTo(2);
      }
    }
  }

  /**
   * Bounded, whatever is sent: by the bytes under way until the outage is noticed, and by nothing
   * being kept at all from then on.
   */
  @Test
  void aFloodWhileKafkaIsAwayIsRefusedAndFillsNoMemory() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.keptIn(data));
    kafka.createTopics(1);
    LoadLimits load = LoadLimits.DEFAULT.withBytes(MOST_UNDER_WAY, MOST_UNDER_WAY / 2);
    GatewaySettings settings =
        Running.settings(kafka)
            .with(Limits.DEFAULT.with(load))
            .with(
                KafkaSettings.of(kafka.bootstrapServers())
                    .withDeliveryTimeout(Duration.ofSeconds(2)));
    try (Running running = Running.on(kafka, settings)) {
      kafka.close();
      ExecutorService senders = Executors.newFixedThreadPool(16);
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String batch = Told.queued("flood-" + i) + "\n" + " ".repeat(100_000);
        answers.add(senders.submit(() -> running.post("application/x-ndjson", batch)));
      }
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(running.metric("tideboard_gateway_under_way_bytes"))
            .isLessThanOrEqualTo(MOST_UNDER_WAY);
        assertThat(answer.get().statusCode()).isIn(429, 503);
        assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
      }
      senders.shutdown();
      assertThat(running.metric("tideboard_gateway_published_total")).isZero();
      await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == 0);
    }
  }

  /** A sender that tries until it succeeds, as it is told to, over either way in. */
  @Test
  void whoTriesAgainSucceedsAfterKafkasReturn() {
    EmbeddedKafka kafka = EmbeddedKafka.start(BrokerOptions.keptIn(data));
    kafka.createTopics(1);
    try (Running running = Running.on(kafka, Running.settings(kafka));
        Socketed socket = Socketed.open(running.uri("/v1/events"))) {
      kafka.close();
      await().until(() -> running.get("/readyz").statusCode() == 503);
      assertThat(socket.ask(Told.queued("socket"))).contains("kafka_unavailable");
      try (EmbeddedKafka again =
          EmbeddedKafka.start(BrokerOptions.keptIn(data).onPort(kafka.port()))) {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> running.post("application/json", Told.queued("post")).statusCode() == 202);
        assertThat(socket.ask(Told.queued("socket"))).isEqualTo("{\"accepted\":1}");
        assertThat(inKafka(running)).containsExactlyInAnyOrder("post", "socket");
      }
    }
  }

  private static HttpResponse<String> send(Running running, String id, Set<String> acknowledged) {
    HttpResponse<String> answer = running.post("application/json", Told.queued(id));
    if (answer.statusCode() / 100 == 2) {
      acknowledged.add(id);
    }
    return answer;
  }

  private static Set<String> inKafka(Running running) {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event().header().id())
        .collect(Collectors.toSet());
  }
}
