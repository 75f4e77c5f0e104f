// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.json.Decoded;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.events.json.EventEncoder;
import io.tideboard.events.json.EventFormat;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever an event says, every encoding gives it back. */
@Domain(ArbitraryEvents.class)
@Domain(DomainContext.Global.class)
class RoundTripTest {

  private final EventDecoder decoder = new EventDecoder("nobody");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void plainJson(@ForAll Event event) {
    assertThat(decoder.decodeOne(EventEncoder.plain(event))).isEqualTo(event);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void cloudEvents(@ForAll Event event) {
    assertThat(decoder.decodeOne(EventEncoder.cloudEvent(event))).isEqualTo(event);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void batches(@ForAll @Size(max = 5) List<Event> events, @ForAll EventFormat format) {
    if (format != EventFormat.CLOUDEVENT || events.size() == 1) {
      byte[] body = EventEncoder.batch(format, events);

      assertThat(decoder.decode(format, body, 0, body.length))
          .isEqualTo(events.stream().map(Decoded.Valid::new).toList());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void compactForm(
      @ForAll Event event, @ForAll @LongRange(min = 0, max = 7_258_118_399_999_999L) long micros) {
    Instant received = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    byte[] value = CompactForm.encode(event, received);

    assertThat(CompactForm.decode(value)).isEqualTo(new AcceptedEvent(event, received));
    assertThat(CompactForm.receivedAtMicros(value)).isEqualTo(micros);
  }
}
