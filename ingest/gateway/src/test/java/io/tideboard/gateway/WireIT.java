// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.events.Topics;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.Timeouts;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that two readers of HTTP might understand differently, or nobody at all, after RFC 9112. A
 * case that expects a refusal alone has another request behind it, which must not be answered.
 */
class WireIT {

  // Timeouts are shorter than anybody waits here: what is taken for the beginning of more shows as
  // 408.
  @RegisterExtension
  static final Running running =
      Running.forAll(
          Limits.DEFAULT.with(
              new Timeouts(
                  Duration.ofMillis(1500),
                  Duration.ofMillis(1500),
                  Duration.ofMillis(1500),
                  Duration.ofSeconds(5))));

  static Stream<WireCase> cases() throws IOException {
    return Stream.concat(WireCase.of("smuggling").stream(), WireCase.of("malformed").stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAnsweredAsExpectedAndNoFurther(WireCase wire) throws IOException {
    answeredAsExpected(wire, answerTo(wire.bytes(), wire.bytes().length));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAnsweredTheSameByteByByte(WireCase wire) throws IOException {
    answeredAsExpected(wire, answerTo(wire.bytes(), 1));
  }

  @Test
  void thereAreEnoughCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(100);
  }

  @AfterAll
  static void nothingWasSmuggled() {
    assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
    for (String topic : List.of(Topics.EVENTS, Topics.REJECTED)) {
      for (ConsumerRecord<byte[], byte[]> record : running.records(topic)) {
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("smuggled");
      }
    }
  }

  private static void answeredAsExpected(WireCase wire, String bytes) {
    List<RawAnswer> answers = RawAnswer.all(bytes);
    assertThat(answers)
        .as(wire.why())
        .extracting(RawAnswer::status)
        .containsExactlyElementsOf(wire.statuses());
    for (RawAnswer answer : answers) {
      if (answer.status() >= 400) {
        JsonNode body = Running.json(answer.body());
        assertThat(ApiDescription.shipped().complaints("/components/schemas/SocketAnswer", body))
            .isEmpty();
      }
    }
  }

  private static String answerTo(byte[] bytes, int piece) throws IOException {
    try (Socket socket =
        new Socket(running.gateway.address().getAddress(), running.gateway.port())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      try {
        for (int at = 0; at < bytes.length; at += piece) {
          socket.getOutputStream().write(bytes, at, Math.min(piece, bytes.length - at));
        }
      } catch (SocketException endedMeanwhile) {
        // What was answered before can still be read.
      }
      return readAll(socket);
    }
  }

  private static String readAll(Socket socket) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] part = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(part); n >= 0; ) {
        all.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
        n = socket.getInputStream().read(part);
      }
    } catch (SocketException reset) {
      return all.toString();
    }
    return all.toString();
  }
}
