// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.Event;
import io.tideboard.events.SampleEvents;
import java.time.Instant;
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
}
