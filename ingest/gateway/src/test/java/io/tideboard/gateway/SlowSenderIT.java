// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.Timeouts;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Senders that never finish what they begin. */
class SlowSenderIT {

  private static final String BODY_BEGUN =
      "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
          + "Content-Length: 100\r\n\r\n{";

  @RegisterExtension
  static final Running running =
      Running.forAll(
          Limits.DEFAULT.with(
              new Timeouts(
                  Duration.ofMillis(300),
                  Duration.ofMillis(300),
                  Duration.ofMillis(300),
                  Duration.ofSeconds(5))));

  @Test
  void aHeadThatDoesNotEndIsNotWaitedFor() throws IOException {
    assertThat(answerTo("GET /healthz HT")).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void aSenderThatSaysNothingIsNotWaitedFor() throws IOException {
    assertThat(answerTo("")).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void aBodyThatDoesNotEndIsNotWaitedFor() throws IOException {
    assertThat(answerTo(BODY_BEGUN))
        .startsWith("HTTP/1.1 408 ")
        .contains("\"code\":\"request_timeout\"");
  }

  @Test
  void aSenderWithoutAFurtherRequestIsLetGo() throws IOException {
    assertThat(answerTo("GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("408");
  }

  @Test
  void aMessageThatDoesNotEndIsNotWaitedFor() {
    try (Socketed socket = Socketed.open(running.uri("/v1/events"))) {
      socket.sendPart("{");
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void aQuietWebSocketThatAnswersPingsIsKept() {
    try (Socketed socket = Socketed.open(running.uri("/v1/events"))) {
      socket.pings(3);
      assertThat(socket.ask(Told.queued("ws-quiet"))).isEqualTo("{\"accepted\":1}");
    }
  }

  @Test
  void aWebSocketThatAnswersNoPingsIsLetGo() throws IOException {
    String upgrade =
        "GET /v1/events HTTP/1.1\r\nHost: t\r\nConnection: upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    assertThat(answerTo(upgrade))
        .startsWith("HTTP/1.1 101 ")
        .contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  /** All that comes back until the gateway ends the connection. */
  private static String answerTo(String begun) throws IOException {
    try (Socket socket =
        new Socket(running.gateway.address().getAddress(), running.gateway.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
