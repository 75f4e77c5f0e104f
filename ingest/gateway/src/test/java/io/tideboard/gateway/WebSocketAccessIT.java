// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.KeyHash;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.QuotaSettings;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may send over a WebSocket: whoever the handshake says, and no more than a POST may. */
class WebSocketAccessIT {

  private static final String PBX = "key-of-the-pbx-19d2";
  private static final String BUSY = "key-of-the-busy-one-5c7e";

  private static Running running;

  @BeforeAll
  static void start() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    AccessSettings access =
        AccessSettings.OPEN.with(
            SourceSettings.of("pbx").with(KeyHash.of(PBX)),
            SourceSettings.of("busy").with(KeyHash.of(BUSY)).with(new QuotaSettings(2, 0)));
    running = Running.on(kafka, Running.settings(kafka).with(access)).withKey(PBX);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void withoutAKnownCredentialThereIsNoWebSocket() {
    assertRefused();
    assertRefused("X-Api-Key", "guessed");
  }

  @Test
  void everyMessageIsOfTheSourceThatShookHands() {
    String unnamed = Told.queued("w-1").replace("\"source\":\"pbx\",", "");
    try (Socketed socket = open("Authorization", "Bearer " + PBX)) {
      assertThat(socket.ask(unnamed)).isEqualTo("{\"accepted\":1}");
      assertThat(socket.ask(Told.queued("w-2").replace("\"pbx\"", "\"crm\"")))
          .contains("wrong_source");
    }
    assertThat(running.records(Topics.EVENTS))
        .map(record -> CompactForm.decode(record.value()).event().header())
        .filteredOn(header -> header.id().startsWith("w-"))
        .singleElement()
        .satisfies(header -> assertThat(header.source()).isEqualTo("pbx"));
  }

  @Test
  void aMessageBeyondTheQuotaIsToldToComeLater() {
    String busy = Told.queued("q").replace("\"pbx\"", "\"busy\"");
    try (Socketed socket = open("X-Api-Key", BUSY)) {
      assertThat(socket.ask("[" + busy + "," + busy + "," + busy + "," + busy + "]"))
          .isEqualTo("{\"accepted\":4}");
      assertThat(socket.ask(busy)).contains("quota_exceeded");
    }
    try (Socketed socket = open("X-Api-Key", PBX)) {
      assertThat(socket.ask(Told.queued("calm"))).isEqualTo("{\"accepted\":1}");
    }
  }

  private static void assertRefused(String... headers) {
    assertThatThrownBy(() -> open(headers))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  private static Socketed open(String... headers) {
    return Socketed.open(running.uri("/v1/events"), headers);
  }
}
