// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.http.SizeLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events over a WebSocket, as the JDK's client sends them. */
class WebSocketIT {

  private static final int BODY = 20_000;
  private static final int BATCH = 50_000;
  private static final int UNDER_WAY = 70_000;

  @RegisterExtension
  static final Running running =
      Running.forAll(
          Limits.DEFAULT
              .with(SizeLimits.DEFAULT.withBodies(BODY, BATCH))
              .with(LoadLimits.DEFAULT.withBytes(2 * UNDER_WAY, UNDER_WAY)));

  @Test
  void anEventIsInKafkaWhenItsFrameIsAnswered() {
    try (Socketed socket = open()) {
      assertThat(socket.ask(Told.queued("ws-1"))).isEqualTo("{\"accepted\":1}");
      assertThat(idsInKafka()).contains("ws-1");
    }
  }

  @Test
  void eachFrameIsAnsweredInOrderAsAPostWouldBe() {
    String wrong = Told.queued("ws-wrong").replace("interaction.queued", "no.such.type");
    try (Socketed socket = open()) {
      socket.send(Told.queued("ws-2"));
      socket.send(Told.queued("ws-3") + "\n" + wrong + "\n" + Told.queued("ws-4") + "\n");
      socket.send(wrong);
      socket.send("{\n \"no\": ");
      socket.send(Told.queued("ws-5").replace(",", ",\n  "));
      socket.send(Told.cloudEvent("ws-6"));
      List<String> answers = socket.answers(6);
      assertThat(answers.get(0)).isEqualTo("{\"accepted\":1}");
      assertThat(answers.get(1)).startsWith("{\"accepted\":2,").contains("unknown_type");
      assertThat(answers.get(2)).startsWith("{\"accepted\":0,").contains("ws-wrong");
      assertThat(answers.get(3)).contains("malformed_json");
      assertThat(answers.subList(4, 6)).containsOnly("{\"accepted\":1}");
      assertThat(answers.get(1)).isEqualTo(answerToPost(wrong).body());
    }
    assertThat(idsInKafka()).contains("ws-2", "ws-3", "ws-4", "ws-5", "ws-6");
  }

  @Test
  void manyFramesAtOnceAreAllAnswered() {
    try (Socketed socket = open()) {
      for (int i = 0; i < 500; i++) {
        socket.send(i % 5 == 0 ? "{\"id\":\"" + i + "\"}" : Told.queued("ws-many-" + i));
      }
      List<String> answers = socket.answers(500);
      for (int i = 0; i < 500; i++) {
        assertThat(answers.get(i))
            .contains(i % 5 == 0 ? "\"id\":\"" + i + "\"" : "{\"accepted\":1}");
      }
    }
  }

  @Test
  void aMessageMayComeInParts() {
    String event = Told.queued("ws-parts");
    try (Socketed socket = open()) {
      socket.sendPart(event.substring(0, 20));
      socket.ping();
      socket.sendPart("");
      socket.send(event.substring(20));
      assertThat(socket.answers(1)).containsExactly("{\"accepted\":1}");
      assertThat(socket.pongs()).isEqualTo(1);
    }
  }

  @Test
  void theCountersAreThoseOfPosts() {
    double received = running.metric("tideboard_gateway_received_total");
    double published = running.metric("tideboard_gateway_published_total");
    try (Socketed socket = open()) {
      socket.ask(Told.queued("ws-c-1") + "\n{}\n" + Told.queued("ws-c-2"));
      assertThat(running.metric("tideboard_gateway_received_total")).isEqualTo(received + 3);
      assertThat(running.metric("tideboard_gateway_published_total")).isEqualTo(published + 2);
    }
  }

  @Test
  void aMessageBeyondTheLimitsIsRefusedAndTheNextTaken() {
    try (Socketed socket = open()) {
      assertThat(socket.ask(" ".repeat(BATCH) + "{}")).contains("body_too_large");
      assertThat(socket.ask(" ".repeat(BODY) + "{}")).contains("body_too_large");
      assertThat(socket.ask(Told.queued("ws-after"))).isEqualTo("{\"accepted\":1}");
    }
    await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == 0);
  }

  @Test
  void aSenderWithTooMuchUnderWayIsToldToWait() throws IOException {
    String half = "{}" + " ".repeat(UNDER_WAY / 2) + "{}";
    try (Socketed socket = open();
        Socket slow = new Socket(running.gateway.address().getAddress(), running.gateway.port())) {
      String announced =
          "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-ndjson\r\n"
              + "Content-Length: "
              + half.length()
              + "\r\n\r\n";
      slow.getOutputStream().write(announced.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == half.length());
      assertThat(socket.ask(half)).contains("too_many_requests");
      assertThat(socket.ask(Told.queued("ws-small"))).isEqualTo("{\"accepted\":1}");
    }
  }

  @Test
  void aMessageFarBeyondTheLimitsIsTheLast() {
    try (Socketed socket = open()) {
      socket.send(Told.queued("ws-before"));
      socket.send(" ".repeat(2 * BATCH + 1));
      assertThat(socket.closeCode()).isEqualTo(1009);
      assertThat(socket.answers(1)).containsExactly("{\"accepted\":1}");
    }
  }

  @Test
  void onlyTextIsTaken() {
    try (Socketed socket = open()) {
      socket.sendBinary(ByteBuffer.wrap(new byte[] {'{', '}'}));
      assertThat(socket.closeCode()).isEqualTo(1003);
    }
  }

  @Test
  void whoEndsIsAnsweredEverythingFirst() {
    Socketed socket = open();
    for (int i = 0; i < 50; i++) {
      socket.send(Told.queued("ws-end-" + i));
    }
    socket.end();
    assertThat(socket.closeCode()).isEqualTo(1000);
    assertThat(socket.answers(50)).containsOnly("{\"accepted\":1}");
    await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == 0);
  }

  @Test
  void aGatewayThatClosesAnswersEverythingFirst() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    Running closing = Running.on(kafka, Running.settings(kafka));
    Socketed socket = Socketed.open(closing.uri("/v1/events"));
    for (int i = 0; i < 50; i++) {
      socket.send(Told.queued("ws-closing-" + i));
    }
    socket.answers(1);
    closing.close();
    assertThat(socket.closeCode()).isEqualTo(1001);
  }

  @Test
  void anOrdinaryRequestIsToldToUpgrade() {
    HttpResponse<String> answer = running.get("/v1/events");
    assertThat(answer.statusCode()).isEqualTo(426);
    assertThat(answer.headers().firstValue("Upgrade")).hasValue("websocket");
    assertThat(Running.json(answer.body()).get("code").asText()).isEqualTo("upgrade_required");
  }

  @Test
  void aPageOfAnotherHostIsNotServed() {
    assertThatThrownBy(
            () -> Socketed.open(running.uri("/v1/events"), "Origin", "https://evil.example"))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class)
        .cause()
        .satisfies(
            e -> {
              HttpResponse<?> answer = ((WebSocketHandshakeException) e).getResponse();
              assertThat(answer.statusCode()).isEqualTo(403);
              // No credential would help.
              assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
            });
    String own = "http://127.0.0.1:" + running.gateway.port();
    try (Socketed socket = Socketed.open(running.uri("/v1/events"), "Origin", own)) {
      assertThat(socket.ask("{}")).contains("missing_field");
    }
  }

  private static HttpResponse<String> answerToPost(String wrong) {
    return running.post(
        "application/x-ndjson",
        Told.queued("post-3") + "\n" + wrong + "\n" + Told.queued("post-4") + "\n");
  }

  private static Socketed open() {
    return Socketed.open(running.uri("/v1/events"));
  }

  private static List<String> idsInKafka() {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event().header().id())
        .toList();
  }
}
