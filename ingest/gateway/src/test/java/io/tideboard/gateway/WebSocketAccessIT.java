// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.access.KeyHash;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.Issuer;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opens a WebSocket is asked once, and sends as that source from then on. */
class WebSocketAccessIT {

  private static final String KEY = "key-of-the-switch-5d2e";
  private static final String BUSY = "key-of-the-busy-one-0aa1";

  private static final Issuer ISSUER = new Issuer();

  @TempDir static Path directory;

  private static final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private static Running running;

  @BeforeAll
  static void start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    AccessSettings access =
        AccessSettings.OPEN
            .with(
                SourceSettings.of("switch").with(KeyHash.of(KEY)),
                SourceSettings.of("busy")
                    .with(KeyHash.of(BUSY))
                    .with(new QuotaSettings(5, 100_000)))
            .with(ISSUER.believed(directory));
    running = Running.on(kafka, Running.settings(kafka).with(access), now::get).withKey(KEY);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void whoShowsNoKnownCredentialOpensNone() {
    refused();
    refused("X-Api-Key", "a guessed one");
  }

  @Test
  void anEventIsOfTheCredentialsSource() {
    String unnamed = Told.queued("unnamed").replace("\"source\":\"pbx\",", "");
    try (Socketed socket = open("X-Api-Key", KEY)) {
      assertThat(socket.ask(unnamed)).isEqualTo("{\"accepted\":1}");
      assertThat(socket.ask(Told.queued("of-another"))).contains("wrong_source");
    }
    assertThat(running.records(Topics.EVENTS))
        .extracting(record -> CompactForm.decode(record.value()).event().header().source())
        .containsOnly("switch");
  }

  @Test
  void aQuotaHoldsForEachMessage() {
    String event = Told.queued("busy").replace("\"source\":\"pbx\",", "\"source\":\"busy\",");
    try (Socketed socket = open("Authorization", "Bearer " + BUSY)) {
      String answer = socket.ask(event.replace("busy\",\"type", "switch\",\"type"));
      assertThat(answer).contains("wrong_source");
      for (int i = 0; i < 100 && !answer.contains("quota_exceeded"); i++) {
        answer = socket.ask("{}");
      }
      assertThat(answer).contains("quota_exceeded");
    }
  }

  @Test
  void aTokenThatExpiresMeanwhileIsNotGoodForTheNextMessage() {
    try (Socketed socket =
        open("Authorization", "Bearer " + ISSUER.token("switch", now.get().plusSeconds(300)))) {
      assertThat(socket.ask(ofTheSwitch("soon"))).isEqualTo("{\"accepted\":1}");
      now.updateAndGet(time -> time.plusSeconds(600));
      assertThat(socket.ask(ofTheSwitch("late"))).contains("unauthenticated", "expired");
    }
  }

  private static String ofTheSwitch(String id) {
    return Told.queued(id, now.get()).replace("\"pbx\"", "\"switch\"");
  }

  private static void refused(String... headers) {
    assertThatThrownBy(() -> open(headers))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
  }

  private static Socketed open(String... headers) {
    return Socketed.open(running.uri("/v1/events"), headers);
  }
}
