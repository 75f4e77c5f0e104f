// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import io.tideboard.gateway.hooks.HookSettings;
import io.tideboard.platforms.Secrets;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sends far more than it may. */
class QuotaIT {

  private static final String CALM = "key-of-the-calm-one-5512";
  private static final String FLOOD = "key-of-the-flood-7c04";
  private static final int SENDERS = 8;

  private Running running;

  @BeforeEach
  void start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    Secrets secrets = new Secrets(List.of(PlatformCalls.utf8(PlatformCalls.SECRET)));
    AccessSettings access =
        AccessSettings.OPEN.with(
            SourceSettings.of("calm").with(KeyHash.of(CALM)),
            SourceSettings.of("flood")
                .with(KeyHash.of(FLOOD))
                .with(new QuotaSettings(20, 1_000_000)),
            SourceSettings.of(PlatformCalls.source("freshdesk"))
                .with(HookSettings.of("freshdesk", secrets))
                .with(new QuotaSettings(3, 0)));
    running =
        Running.on(
                kafka, Running.settings(kafka).with(access), InstantSource.fixed(PlatformCalls.NOW))
            .withKey(CALM);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aFloodIsToldToWaitAndWhoeverKeepsToItsQuotaIsUnharmed() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    ExecutorService flood = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      var unused =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  HttpResponse<String> answer = send("flood", FLOOD, "f-" + taken.get());
                  (answer.statusCode() == 202 ? taken : refused).incrementAndGet();
                  assertThat(answer.statusCode()).isIn(202, 429);
                }
              },
              flood);
    }
    for (int i = 0; i < 300; i++) {
      assertThat(send("calm", CALM, "c-" + i).statusCode()).isEqualTo(202);
    }
    over.set(true);
    flood.shutdown();
    assertThat(flood.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.get()).isGreaterThan(taken.get());
    assertThat(running.records(Topics.EVENTS)).hasSize(300 + taken.get());
    assertThat(running.metric("tideboard_gateway_received_total")).isEqualTo(300 + taken.get());
  }

  @Test
  void forgedDeliveriesUseUpNothingOfASourcesQuota() {
    byte[] body = PlatformCalls.fixture("freshdesk/template.json");
    var forged = new PlatformCalls.Signature("a guessed secret", PlatformCalls.NOW);
    for (int i = 0; i < 50; i++) {
      HttpRequest call = PlatformCalls.call(running, "freshdesk", body, forged);
      assertThat(running.send(call).statusCode()).isEqualTo(401);
    }
    assertThat(running.send(PlatformCalls.call(running, "freshdesk", body)).statusCode())
        .isEqualTo(202);
    HttpResponse<String> answer = null;
    for (int i = 0; i < 20 && (answer == null || answer.statusCode() == 202); i++) {
      answer = running.send(PlatformCalls.call(running, "freshdesk", body));
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo("quota_exceeded");
  }

  private HttpResponse<String> send(String source, String key, String id) {
    String event =
        Told.queued(id, PlatformCalls.NOW)
            .replace("\"source\":\"pbx\"", "\"source\":\"" + source + "\"");
    return running.send(
        HttpRequest.newBuilder(running.uri("/v1/events"))
            .header("Content-Type", "application/json")
            .header("X-Api-Key", key)
            .POST(BodyPublishers.ofString(event))
            .build());
  }
}
