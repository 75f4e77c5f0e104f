// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Contact;
import io.tideboard.events.InteractionChange.Contained;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Escalated;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.Party;

/** Bots and self-services: they finish a contact alone or hand it to people. */
final class Assistants {

  private static final Message BY_CUSTOMER = new Message(Party.CUSTOMER);
  private static final Message BY_BOT = new Message(Party.BOT);
  private static final Contained CONTAINED = new Contained();
  private static final Ended BY_SYSTEM = new Ended(Party.SYSTEM);
  private static final double VARIATION = 0.6;

  private final Center center;

  Assistants(Center center) {
    this.center = center;
  }

  void arrive(AssistantProfile assistant) {
    Interaction interaction = center.entrance.arriveAt(assistant);
    long length = 2_000 + center.draws.lognormal(assistant.mean().toMillis(), VARIATION);
    int exchanges = assistant.exchanges() < 1 ? 0 : center.draws.geometric(assistant.exchanges());
    for (int i = 0; i < exchanges; i++) {
      long asked = length * i / exchanges;
      center.agenda.in(asked, () -> center.journal.write(interaction.unqueued, BY_CUSTOMER));
      center.agenda.in(asked + 800, () -> center.journal.write(interaction.unqueued, BY_BOT));
    }
    center.agenda.in(length, () -> finish(interaction, assistant));
  }

  private void finish(Interaction interaction, AssistantProfile assistant) {
    Contact contact = interaction.unqueued;
    if (center.draws.chance(assistant.contained())) {
      center.journal.write(contact, CONTAINED);
      center.journal.write(contact, BY_SYSTEM);
      center.closed();
    } else {
      Line line = center.line(assistant.escalatesTo());
      center.journal.write(contact, new Escalated(line.profile.name(), "asked_for_a_person"));
      center.entrance.handOn(interaction, line);
    }
  }
}
