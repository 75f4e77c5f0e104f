// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Escalated;
import io.tideboard.events.InteractionChange.Transferred;
import io.tideboard.events.InteractionChange.WrappedUp;
import io.tideboard.events.Party;

/** What an agent does with a contact: converse, hand it on or end it, and wrap up. */
final class Service {

  private static final Ended BY_AGENT = new Ended(Party.AGENT);
  private static final Ended BY_CUSTOMER = new Ended(Party.CUSTOMER);
  private static final WrappedUp WRAPPED_UP = new WrappedUp();
  private static final int MOST_HAND_ONS = 2;
  private static final double CUSTOMER_ENDS = 0.7;

  private final Center center;
  private final Conversation conversation;

  Service(Center center) {
    this.center = center;
    this.conversation = new Conversation(center, this::conversed);
  }

  void begin(Visit visit, Agent agent) {
    agent.talking++;
    Leg leg = new Leg(visit, agent);
    conversation.begin(leg);
    center.floor.settle(agent);
  }

  private void conversed(Leg leg) {
    if (leg.interaction.handedOn < MOST_HAND_ONS && handOn(leg)) {
      return;
    }
    boolean byCustomer = leg.interaction.spoken() && center.draws.chance(CUSTOMER_ENDS);
    center.journal.write(leg.contact, byCustomer ? BY_CUSTOMER : BY_AGENT);
    wrapUp(
        leg,
        () -> {
          center.journal.write(leg.contact, WRAPPED_UP);
          center.aftermath.follow(leg);
        });
  }

  private boolean handOn(Leg leg) {
    Outcome outcome = leg.line.profile.after();
    for (Outcome.PassedOn way : outcome.ways()) {
      if (center.draws.chance(way.share())) {
        toLine(leg, way);
        return true;
      }
    }
    return center.draws.chance(outcome.toColleague()) && toColleague(leg);
  }

  private void toLine(Leg leg, Outcome.PassedOn way) {
    center.journal.write(
        leg.contact,
        way.escalation()
            ? new Escalated(way.to(), "second_level")
            : new Transferred(way.to(), null));
    wrapUp(leg, () -> {});
    center.entrance.handOn(leg.interaction, center.line(way.to(), leg.line.channel()));
  }

  /** A colleague who is free goes on at once; no queue visit begins. */
  private boolean toColleague(Leg leg) {
    Agent colleague = center.router.longestIdle(leg.line);
    if (colleague == null || colleague == leg.agent) {
      return false;
    }
    center.journal.write(leg.contact, new Transferred(null, colleague.name));
    wrapUp(leg, () -> {});
    leg.interaction.handedOn++;
    colleague.load += leg.line.weight;
    colleague.talking++;
    Leg next = new Leg(leg.interaction, leg.line, colleague, leg.contact.with(colleague.name));
    conversation.begin(next);
    center.floor.settle(colleague);
    return true;
  }

  private void wrapUp(Leg leg, Runnable then) {
    Agent agent = leg.agent;
    agent.talking--;
    agent.wrappingUp++;
    center.floor.settle(agent);
    Handling handling = leg.handling();
    long work =
        handling.afterwards().isZero()
            ? 0
            : center.draws.lognormal(handling.afterwards().toMillis(), handling.spread());
    center.agenda.in(
        work,
        () -> {
          agent.wrappingUp--;
          agent.load -= leg.line.weight;
          then.run();
          center.floor.settle(agent);
        });
  }
}
