// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.spool.SpoolSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  private EmbeddedKafka kafka;
  private GatewaySettings settings;

  @BeforeEach
  void settings() {
    kafka = EmbeddedKafka.start(BrokerOptions.keptIn(data.resolve("broker")));
    kafka.createTopics(1);
    settings =
        Running.settings(kafka)
            .with(
                KafkaSettings.of(kafka.bootstrapServers())
                    .withDeliveryTimeout(Duration.ofSeconds(1)))
            .with(new SpoolSettings(data.resolve("spool"), SpoolSettings.LEAST_BYTES));
  }

  @Test
  void whatIsAcceptedWhileKafkaIsAwayIsForwardedInOrder() {
    List<String> accepted = new ArrayList<>();
    try (Running running = Running.on(kafka, settings)) {
      send(running, "before", accepted);
      assertThat(running.metric("tideboard_gateway_spooled_total")).isZero();
      kafka.close();
      awaitSpooling(running);
      for (int i = 0; i < 50; i++) {
        send(running, "away-" + i, accepted);
      }
      assertThat(running.post("application/json", "{\"id\":\"wrong\"}").statusCode())
          .isEqualTo(400);
      assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
      assertThat(running.metric("tideboard_gateway_spool_waiting")).isGreaterThanOrEqualTo(51);
      try (EmbeddedKafka again = restarted()) {
        await()
            .atMost(PATIENCE)
            .until(() -> running.metric("tideboard_gateway_spool_waiting") == 0);
        double spooled = running.metric("tideboard_gateway_spooled_total");
        send(running, "after", accepted);
        assertThat(running.metric("tideboard_gateway_spooled_total")).isEqualTo(spooled);
        assertThat(running.metric("tideboard_gateway_forwarded_total")).isEqualTo(spooled);
        assertThat(idsInKafka(running)).containsSubsequence(accepted);
        assertThat(running.records(Topics.REJECTED)).hasSize(1);
        assertThat(running.metric("tideboard_gateway_received_total"))
            .isEqualTo(
                running.metric("tideboard_gateway_accepted_total")
                    + running.metric("tideboard_gateway_rejected_total"));
        assertThat(running.metric("tideboard_gateway_accepted_total"))
            .isEqualTo(
                running.metric("tideboard_gateway_published_total")
                    + running.metric("tideboard_gateway_failed_total"));
      }
    }
  }

  @Test
  void whatIsInTheSpoolSurvivesTheGateway() {
    List<String> accepted = new ArrayList<>();
    kafka.close();
    for (int start = 0; start < 3; start++) {
      try (Running running = Running.on(kafka, settings)) {
        for (int i = 0; i < 5; i++) {
          send(running, "start-" + start + "-" + i, accepted);
        }
      }
    }
    try (EmbeddedKafka again = restarted();
        Running running = Running.on(again, settings)) {
      send(running, "last", accepted);
      await().atMost(PATIENCE).until(() -> running.metric("tideboard_gateway_spool_waiting") == 0);
      assertThat(idsInKafka(running)).containsExactlyElementsOf(accepted);
    }
  }

  @Test
  void aSpoolThatIsFullIsNotReadyAndRefuses() {
    kafka.close();
    try (Running running = Running.on(kafka, settings)) {
      List<String> accepted = new ArrayList<>();
      send(running, "first", accepted);
      HttpResponse<String> answer = running.post("application/json", Told.queued("more"));
      for (int i = 0; i < 20_000 && answer.statusCode() == 202; i++) {
        answer = running.post("application/x-ndjson", many(i));
      }
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(running.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(running.metric("tideboard_gateway_spool_bytes"))
          .isLessThanOrEqualTo(SpoolSettings.LEAST_BYTES);
      assertThat(running.metric("tideboard_gateway_under_way_bytes")).isZero();
    }
  }

  private static String many(int batch) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      lines.append(Told.queued(batch + "-" + i).replace("sales", "s".repeat(100))).append('\n');
    }
    return lines.toString();
  }

  private EmbeddedKafka restarted() {
    return EmbeddedKafka.start(BrokerOptions.keptIn(data.resolve("broker")).onPort(kafka.port()));
  }

  /** Until the outage is noticed, requests that were sent to Kafka are refused. */
  private static void awaitSpooling(Running running) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              running.post("application/json", Told.queued("noticed"));
              return running.metric("tideboard_gateway_spooled_total") > 0;
            });
  }

  private static void send(Running running, String id, List<String> accepted) {
    HttpResponse<String> answer = running.post("application/json", Told.queued(id));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    accepted.add(id);
  }

  private static List<String> idsInKafka(Running running) {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event().header().id())
        .toList();
  }
}
