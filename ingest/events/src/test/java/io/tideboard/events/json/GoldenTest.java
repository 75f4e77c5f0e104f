// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.events.SampleEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What senders and readers rely on, written down: a change here is a change of the contract. */
class GoldenTest {

  static List<Event> events() {
    return SampleEvents.ofEveryType();
  }

  @ParameterizedTest
  @MethodSource("events")
  void aPlainEventIsWrittenAndReadAsInItsFile(Event event) throws IOException {
    String golden = golden(event.type().wire() + ".json");

    assertThat(new String(EventEncoder.plain(event), UTF_8)).isEqualTo(golden);
    assertThat(new EventDecoder("nobody").decodeOne(golden.getBytes(UTF_8))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void aCloudEventIsWrittenAndReadAsInItsFile(Event event) throws IOException {
    String golden = golden(event.type().wire() + ".cloudevent.json");

    assertThat(new String(EventEncoder.cloudEvent(event), UTF_8)).isEqualTo(golden);
    assertThat(new EventDecoder("nobody").decodeOne(golden.getBytes(UTF_8))).isEqualTo(event);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden/" + name).isNotNull();
      return new String(in.readAllBytes(), UTF_8).stripTrailing();
    }
  }
}
