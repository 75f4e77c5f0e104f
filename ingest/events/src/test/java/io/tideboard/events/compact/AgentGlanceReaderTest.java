// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SourceRestarted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentGlanceReaderTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000123Z");
  private static final EventHeader HEADER = new EventHeader("e1", "acd", NINE);

  private final AgentGlanceReader reader = new AgentGlanceReader();

  @Test
  void aGlanceSaysWhatTheWholeEventSays() {
    AgentStateChanged event =
        new AgentStateChanged(
            HEADER,
            "ada",
            AgentState.WRAP_UP,
            "Nacharbeit für Støtte",
            List.of("sales", "claims"),
            Map.of(Channel.CHAT, 3, Channel.VOICE, 1));
    AgentGlance glance = reader.read(encode(event));
    assertThat(glance)
        .isEqualTo(
            new AgentGlance(
                NINE.getEpochSecond() * 1_000_000 + 123,
                HEADER.digest(),
                "acd",
                AgentState.WRAP_UP,
                event.reason(),
                event.queues(),
                event.capacity()));
  }

  @Test
  void nothingIsKeptFromTheEventBefore() {
    reader.read(
        encode(
            new AgentStateChanged(
                HEADER,
                "ada",
                AgentState.BREAK,
                "lunch",
                List.of("sales"),
                Map.of(Channel.SMS, 2))));
    AgentGlance next =
        reader.read(
            encode(
                new AgentStateChanged(
                    HEADER, "ben", AgentState.AVAILABLE, null, List.of(), Map.of())));
    assertThat(next.reason()).isNull();
    assertThat(next.queues()).isEmpty();
    assertThat(next.capacity()).isEmpty();
  }

  @Test
  void eventsOfOtherTypesAreNotRead() {
    assertThat(reader.read(encode(new SourceRestarted(HEADER)))).isNull();
  }

  @Test
  void garbageIsRefused() {
    assertThatThrownBy(() -> reader.read(new byte[] {1, 2, 3})).isInstanceOf(InvalidEvent.class);
    byte[] whole =
        encode(new AgentStateChanged(HEADER, "ada", AgentState.BUSY, "why", List.of(), Map.of()));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2);
    assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(InvalidEvent.class);
    byte[] headOnly = java.util.Arrays.copyOf(whole, 12);
    assertThatThrownBy(() -> reader.read(headOnly)).isInstanceOf(InvalidEvent.class);
  }

  private static byte[] encode(Event event) {
    return CompactForm.encode(event, NINE);
  }
}
