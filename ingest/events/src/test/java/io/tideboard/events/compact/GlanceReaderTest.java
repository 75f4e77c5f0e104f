// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Party;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlanceReaderTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000123Z");
  private static final Set<EventType> WANTED =
      EnumSet.of(
          EventType.INTERACTION_QUEUED,
          EventType.INTERACTION_TRANSFERRED,
          EventType.INTERACTION_ENDED);

  private final GlanceReader reader = new GlanceReader(WANTED);

  @Test
  void aGlanceSaysWhatTheWholeEventSays() {
    Contact contact =
        Contact.of("call-1").on(Channel.VOICE).in("Støtte").with("ada").of("c", Map.of("a", "b"));
    byte[] value = encode(contact, new InteractionChange.Queued(3));

    InteractionGlance glance = reader.read(value);

    Event whole = CompactForm.decode(value).event();
    assertThat(glance.type()).isEqualTo(EventType.INTERACTION_QUEUED);
    assertThat(glance.occurredAt()).isEqualTo(NINE.getEpochSecond() * 1_000_000 + 123);
    assertThat(glance.digest()).isEqualTo(whole.header().digest());
    assertThat(glance.channel()).isEqualTo(Channel.VOICE);
    assertThat(glance.queue()).isEqualTo("Støtte");
    assertThat(glance.agent()).isEqualTo("ada");
  }

  @Test
  void whereATransferLeadsAndWhoEndedAreSeen() {
    Contact contact = Contact.of("call-1");
    InteractionGlance transfer =
        reader.read(encode(contact, new InteractionChange.Transferred("billing", "bob")));
    InteractionGlance end = reader.read(encode(contact, new InteractionChange.Ended(Party.AGENT)));

    assertThat(transfer.toQueue()).isEqualTo("billing");
    assertThat(transfer.toAgent()).isEqualTo("bob");
    assertThat(end.party()).isEqualTo(Party.AGENT);
  }

  @Test
  void nothingIsKeptFromTheEventBefore() {
    reader.read(encode(Contact.of("call-1").in("sales"), new InteractionChange.Queued(null)));
    InteractionGlance end =
        reader.read(encode(Contact.of("call-2"), new InteractionChange.Ended(null)));
    assertThat(end.queue()).isNull();
    assertThat(end.party()).isNull();
  }

  @Test
  void whatIsNotWantedIsNotRead() {
    byte[] held = encode(Contact.of("call-1"), new InteractionChange.Held());
    assertThat(reader.read(held)).isNull();
    assertThat(GlanceReader.type(held)).isEqualTo(EventType.INTERACTION_HELD);
  }

  @Test
  void garbageIsRefused() {
    byte[] garbage = {1, 2, 3};
    assertThatThrownBy(() -> GlanceReader.type(garbage)).isInstanceOf(InvalidEvent.class);
    assertThatThrownBy(() -> reader.read(garbage)).isInstanceOf(InvalidEvent.class);
  }

  private static byte[] encode(Contact contact, InteractionChange change) {
    return CompactForm.encode(
        new InteractionEvent(new EventHeader("e1", "test", NINE), contact, change), NINE);
  }
}
