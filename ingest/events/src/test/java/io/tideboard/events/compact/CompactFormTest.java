// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SampleEvents;
import io.tideboard.events.SourceRestarted;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompactFormTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:30:45.123456Z");

  static Iterable<Event> samples() {
    return SampleEvents.ofEveryType();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anEventOfEveryTypeIsReadBackAsTheSame(Event event) {
    byte[] value = CompactForm.encode(event, RECEIVED);

    assertThat(CompactForm.decode(value)).isEqualTo(new AcceptedEvent(event, RECEIVED));
    assertThat(CompactForm.receivedAtMicros(value)).isEqualTo(1_772_440_245_123_456L);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatWasEverWrittenStaysReadable(Event event) throws IOException {
    String golden;
    try (InputStream in = CompactFormTest.class.getResourceAsStream("/golden/compact.txt")) {
      golden =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> line.startsWith(event.type().wire() + " "))
              .findFirst()
              .orElseThrow();
    }
    byte[] value = HexFormat.of().parseHex(golden.substring(golden.indexOf(' ') + 1));

    assertThat(CompactForm.decode(value)).isEqualTo(new AcceptedEvent(event, RECEIVED));
    assertThat(CompactForm.encode(event, RECEIVED)).isEqualTo(value);
  }

  @Test
  void anEventLargerThanTheBufferIsWrittenWhole() {
    Instant since = RECEIVED.minusSeconds(60);
    List<QueueSnapshot.Waiting> waiting =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new QueueSnapshot.Waiting("i".repeat(100) + i, since))
            .toList();
    Event event = new QueueSnapshot(new EventHeader("s-1", "pbx-1", RECEIVED), "sales", waiting);

    assertThat(CompactForm.decode(CompactForm.encode(event, RECEIVED)).event()).isEqualTo(event);
  }

  @Test
  void aTimeAheadOfTheGatewaysClockIsKept() {
    Event event = new SourceRestarted(new EventHeader("r-1", "pbx-1", RECEIVED.plusSeconds(240)));

    assertThat(CompactForm.decode(CompactForm.encode(event, RECEIVED)).event()).isEqualTo(event);
  }
}
