// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.Event;
import io.tideboard.events.SampleEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EventEncoderTest {

  private static final List<Event> SAMPLES = SampleEvents.ofEveryType();

  private final EventDecoder decoder = new EventDecoder("nobody");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CLOUDEVENT")
  void aBatchIsReadBackAsTheSameEventsInTheSameOrder(EventFormat format) {
    byte[] body = EventEncoder.batch(format, SAMPLES);

    assertThat(decoder.decode(format, body, 0, body.length))
        .map(decoded -> ((Decoded.Valid) decoded).event())
        .isEqualTo(SAMPLES);
  }

  @Test
  void everySingleEventIsReadBackAsTheSame() {
    for (Event event : SAMPLES) {
      assertThat(decoder.decodeOne(EventEncoder.plain(event))).isEqualTo(event);
      assertThat(decoder.decodeOne(EventEncoder.cloudEvent(event))).isEqualTo(event);
    }
  }

  @Test
  void aCloudEventBodyHoldsExactlyOneEvent() {
    Event event = SAMPLES.get(0);

    assertThat(EventEncoder.batch(EventFormat.CLOUDEVENT, List.of(event)))
        .isEqualTo(EventEncoder.cloudEvent(event));
    assertThatThrownBy(() -> EventEncoder.batch(EventFormat.CLOUDEVENT, SAMPLES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(SAMPLES.size() + " events in CLOUDEVENT: expected 1");
  }

  @Test
  void theStreamStaysOpenForTheNextEvent() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };

    EventEncoder.plain(SAMPLES.get(0), out);
    out.write('\n');
    EventEncoder.cloudEvent(SAMPLES.get(1), out);

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }
}
