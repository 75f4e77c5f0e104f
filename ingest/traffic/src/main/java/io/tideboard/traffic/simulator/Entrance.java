// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.Initiative;
import io.tideboard.events.InteractionChange.Created;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.InteractionChange.Queued;
import io.tideboard.events.Party;
import java.util.List;
import java.util.Map;

/** Where contacts begin and join a line. */
final class Entrance {

  private static final Created CREATED = new Created();
  private static final Message BY_CUSTOMER = new Message(Party.CUSTOMER);
  private static final Ended HUNG_UP = new Ended(Party.CUSTOMER);
  private static final int URGENT = 1;
  private static final Queued QUEUED = new Queued(null);
  private static final Queued QUEUED_URGENT = new Queued(URGENT);
  private static final double URGENT_SHARE = 0.05;
  private static final double LEAVES_MENU = 0.03;

  private final Center center;

  Entrance(Center center) {
    this.center = center;
  }

  /** A customer contacts a line. */
  void arrive(Line line) {
    Map<String, String> topics = topics(line);
    Contact contact =
        contact(line.channel(), Direction.INBOUND, topics).of(center.customers.next(), topics);
    Interaction interaction = open(contact, center.draws.chance(URGENT_SHARE));
    if (interaction.spoken()) {
      throughMenu(interaction, line);
    } else {
      center.journal.write(interaction.unqueued, BY_CUSTOMER);
      center.agenda.in(center.draws.between(200, 2_000), () -> queue(interaction, line));
    }
  }

  /** A customer meets a bot or a self-service. */
  Interaction arriveAt(AssistantProfile assistant) {
    Contact contact =
        contact(assistant.channel(), Direction.INBOUND, Map.of())
            .of(center.customers.next(), Map.of())
            .in(assistant.name());
    return open(contact, false);
  }

  /** A visit to that line begins. */
  void queue(Interaction interaction, Line line) {
    Visit visit = new Visit(interaction, line, center.agenda.now());
    center.journal.write(visit.contact, visit.urgent ? QUEUED_URGENT : QUEUED);
    await(visit);
  }

  /** A visit begins that the event before already told of: a transfer or an escalation. */
  void handOn(Interaction interaction, Line line) {
    interaction.handedOn++;
    await(new Visit(interaction, line, center.agenda.now()));
  }

  private void await(Visit visit) {
    if (!visit.line.staffed() && visit.line.closesWithoutAgents()) {
      center.departures.refuse(visit);
      return;
    }
    center.departures.plan(visit);
    center.router.queued(visit);
  }

  /** The company calls back somebody who did not want to wait any longer. */
  void callBack(Visit visit) {
    center.opened();
    center.agenda.in(
        center.draws.between(300_000, 1_200_000),
        () -> {
          Map<String, String> topics = visit.contact.attributes();
          Contact contact =
              contact(Channel.VOICE, Direction.OUTBOUND, topics)
                  .of(visit.contact.customer(), topics);
          Interaction interaction = open(contact, true);
          center.closed();
          queue(interaction, visit.line);
        });
  }

  private void throughMenu(Interaction interaction, Line line) {
    long menu = center.draws.between(4_000, 40_000);
    boolean leaves = center.draws.chance(LEAVES_MENU);
    center.agenda.in(
        menu,
        () -> {
          if (leaves) {
            center.journal.write(interaction.unqueued, HUNG_UP);
            center.closed();
          } else {
            queue(interaction, line);
          }
        });
  }

  private Interaction open(Contact contact, boolean urgent) {
    center.opened();
    Interaction interaction = new Interaction(contact.of(null, contact.attributes()), urgent);
    center.journal.write(contact, CREATED);
    return interaction;
  }

  private Contact contact(Channel channel, Direction direction, Map<String, String> attributes) {
    Initiative initiative =
        direction == Direction.OUTBOUND
            ? Initiative.PROACTIVE
            : channel == Channel.BOT || channel == Channel.SELF_SERVICE
                ? Initiative.AUTOMATED
                : Initiative.REACTIVE;
    return new Contact(
        center.nextInteraction(), channel, null, null, null, direction, initiative, attributes);
  }

  private Map<String, String> topics(Line line) {
    List<Map<String, String>> topics = line.topics;
    return topics.isEmpty() ? Map.of() : center.draws.oneOf(topics);
  }
}
