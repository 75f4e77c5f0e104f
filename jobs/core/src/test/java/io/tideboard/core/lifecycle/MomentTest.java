// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.EventHeader;
import io.tideboard.events.EventType;
import io.tideboard.events.Initiative;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final Contact C1 = Contact.of("c1").on(Channel.IN_PERSON).in("sales").with("ada");

  @Test
  void takesWhatTheLifecycleNeeds() {
    Moment moment = moment(C1, new InteractionChange.Answered());
    assertThat(moment.at()).isEqualTo(Moments.at(1.5));
    assertThat(moment.type()).isEqualTo(EventType.INTERACTION_ANSWERED);
    assertThat(moment.channel()).isEqualTo("in_person");
    assertThat(moment.queue()).isEqualTo("sales");
    assertThat(moment.agent()).isEqualTo("ada");
  }

  @Test
  void transferNamesWhereItGoesAndNotWhereItIs() {
    Moment moment = moment(C1, new InteractionChange.Transferred("billing", "ben"));
    assertThat(moment.queue()).isEqualTo("billing");
    assertThat(moment.agent()).isEqualTo("ada");
    assertThat(moment.is(Moment.TO_AGENT)).isTrue();
    Moment escalated = moment(C1, new InteractionChange.Escalated(null, null));
    assertThat(escalated.queue()).isNull();
    assertThat(escalated.is(Moment.TO_AGENT)).isFalse();
  }

  @Test
  void conversationEndedByNobodyInParticularIsTheCustomers() {
    assertThat(moment(C1, new InteractionChange.Ended(null)).is(Moment.BY_CUSTOMER)).isTrue();
    assertThat(moment(C1, new InteractionChange.Ended(Party.CUSTOMER)).is(Moment.BY_CUSTOMER))
        .isTrue();
    assertThat(moment(C1, new InteractionChange.Ended(Party.AGENT)).is(Moment.BY_CUSTOMER))
        .isFalse();
  }

  @Test
  void outboundIsRemembered() {
    Contact outbound =
        new Contact(
            "c1", null, null, "ada", null, Direction.OUTBOUND, Initiative.PROACTIVE, Map.of());
    assertThat(moment(outbound, new InteractionChange.Answered()).is(Moment.OUTBOUND)).isTrue();
  }

  @Test
  void whatDoesNotShapeTheLifecycleIsNoMoment() {
    assertThat(moment(Contact.of("c1").with("ada"), new InteractionChange.Offered())).isNull();
  }

  @Test
  void offerThatNamesAChannelIsAMomentForItsSake() {
    Moment moment = moment(C1, new InteractionChange.Offered());
    assertThat(moment.channel()).isEqualTo("in_person");
    assertThat(moment.isMessage()).isTrue();
    assertThat(moment.is(Moment.BY_BOT)).isTrue();
  }

  private static Moment moment(Contact contact, InteractionChange change) {
    EventHeader header = new EventHeader("e1", "scene", Instant.parse("2026-03-02T09:00:01.500Z"));
    return Moment.of(new InteractionEvent(header, contact, change));
  }
}
