// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SampleEvents;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the topic is an event, which is written as it was read, or refused. */
class CompactFuzzTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:31:00Z");

  static Stream<byte[]> events() {
    return SampleEvents.ofEveryType().stream().map(event -> CompactForm.encode(event, RECEIVED));
  }

  @MethodSource("events")
  @FuzzTest(maxDuration = "5s")
  void anyBytesAreAnEventOrRefused(byte[] value) {
    AcceptedEvent read;
    try {
      read = CompactForm.decode(value);
    } catch (InvalidEvent refused) {
      assertThat(refused.code()).isNotNull();
      return;
    }
    byte[] written = CompactForm.encode(read.event(), read.receivedAt());
    assertThat(CompactForm.decode(written)).isEqualTo(read);
  }
}
