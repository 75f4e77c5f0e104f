// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.events.json.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any body in any of the formats: its events are accepted or refused, nothing else comes of it, and
 * the short way decides as the long one. The first byte chooses the format, the rest is the body;
 * that of a CloudEvent in binary mode begins with lines of its attributes.
 */
class BodyFuzzTest {

  private static final int BINARY = EventFormat.values().length;
  private static final String EVENT =
      "{\"id\":\"e-1\",\"type\":\"interaction.queued\",\"time\":\"2026-03-01T11:59:58.5Z\","
          + "\"interaction\":\"c1\",\"queue\":\"sales\",\"channel\":\"voice\","
          + "\"customer\":\"+49 30 1234567\",\"attributes\":{\"b\":\"1\"}}";
  private static final String CLOUD_EVENT =
      "{\"specversion\":\"1.0\",\"id\":\"ce\",\"type\":\"io.tideboard.interaction.held\","
          + "\"source\":\"pbx\",\"time\":\"2026-03-01T12:00:00Z\",\"subject\":\"c1\",\"data\":{}}";
  private static final String ATTRIBUTES =
      "specversion=1.0\nid=ce\ntype=io.tideboard.interaction.held\nsource=pbx\n"
          + "time=2026-03-01T12:00:00Z\nsubject=c1\n\n{}";

  private final Admission admission =
      new Admission(
          new AdmissionRules(false, Duration.ofMinutes(5), Duration.ofHours(24), 6),
          new Pseudonyms("a secret of the installation".getBytes(StandardCharsets.UTF_8)),
          InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));

  static Stream<byte[]> seeds() {
    return Stream.of(
        seed(EventFormat.JSON.ordinal(), EVENT),
        seed(EventFormat.JSON.ordinal(), "[" + EVENT + "," + EVENT + "]"),
        seed(EventFormat.NDJSON.ordinal(), EVENT + "\n" + EVENT),
        seed(EventFormat.CLOUDEVENT.ordinal(), CLOUD_EVENT),
        seed(EventFormat.CLOUDEVENT_BATCH.ordinal(), "[" + CLOUD_EVENT + "]"),
        seed(BINARY, ATTRIBUTES));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "5s")
  void everyBodyIsDecidedAndBothWaysDecideAlike(byte[] input) {
    if (input.length > 0) {
      Body body = body(input);
      List<String> decided = decided(body, true);
      assertThat(decided).isEqualTo(decided(body, false)).isNotNull();
    }
  }

  private List<String> decided(Body body, boolean shortWay) {
    try {
      return UsualEventsTest.told(
          shortWay
              ? admission.admit(body, Caller.ANONYMOUS)
              : admission.closely(body, Caller.ANONYMOUS));
    } catch (TooManyEvents e) {
      return List.of("too many");
    }
  }

  private static Body body(byte[] input) {
    int choice = (input[0] & 0xff) % (BINARY + 1);
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    return choice == BINARY ? binary(rest) : Body.of(EventFormat.values()[choice], rest);
  }

  private static Body binary(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n\n", 2);
    Map<String, @Nullable String> attributes = new HashMap<>();
    for (String line : parts[0].split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        attributes.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    byte[] data = (parts.length > 1 ? parts[1] : "").getBytes(StandardCharsets.UTF_8);
    return new Body(EventFormat.JSON, attributes::get, data, data.length);
  }

  private static byte[] seed(int choice, String body) {
    byte[] bytes = (" " + body).getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) choice;
    return bytes;
  }
}
