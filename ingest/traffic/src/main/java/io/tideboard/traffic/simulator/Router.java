// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.DeclineReason;
import io.tideboard.events.InteractionChange.Answered;
import io.tideboard.events.InteractionChange.Declined;
import io.tideboard.events.InteractionChange.Offered;
import org.jspecify.annotations.Nullable;

/** Brings waiting contacts and agents together: the longest idle agent, the longest waiting. */
final class Router {

  private static final Offered OFFERED = new Offered();
  private static final Answered ANSWERED = new Answered();
  private static final Declined NO_ANSWER = new Declined(DeclineReason.NO_ANSWER);
  private static final Declined REJECTED = new Declined(DeclineReason.REJECTED);

  private final Center center;

  Router(Center center) {
    this.center = center;
  }

  /** A visit has begun. */
  void queued(Visit visit) {
    Agent agent = longestIdle(visit.line);
    if (agent == null) {
      visit.line.add(visit);
    } else {
      offer(visit, agent);
    }
  }

  /** An agent may have room again. */
  void freed(Agent agent) {
    Visit visit = next(agent);
    while (visit != null) {
      visit.line.removeFirst();
      offer(visit, agent);
      visit = next(agent);
    }
  }

  @Nullable Agent longestIdle(Line line) {
    Agent best = null;
    for (Agent agent : line.agents) {
      if (agent.takes(line.weight)
          && (best == null
              || agent.load < best.load
              || (agent.load == best.load && agent.idleSince < best.idleSince))) {
        best = agent;
      }
    }
    return best;
  }

  private static @Nullable Visit next(Agent agent) {
    Visit best = null;
    for (Line line : agent.lines) {
      Visit first = agent.takes(line.weight) ? line.first() : null;
      if (first != null && (best == null || before(first, best))) {
        best = first;
      }
    }
    return best;
  }

  private static boolean before(Visit a, Visit b) {
    if (a.urgent != b.urgent) {
      return a.urgent;
    }
    boolean impatient = a.line.closesWithoutAgents();
    return impatient != b.line.closesWithoutAgents() ? impatient : a.since < b.since;
  }

  private void offer(Visit visit, Agent agent) {
    visit.ringing = agent;
    agent.load += visit.line.weight;
    visit.served = visit.contact.with(agent.name);
    center.journal.write(visit.served, OFFERED);
    boolean missed = center.draws.chance(visit.line.profile.handling().declines());
    long ring =
        missed
            ? center.draws.between(8_000, 15_000)
            : 500 + center.draws.exponential(Media.ring(visit.line.channel()));
    center.agenda.in(ring, () -> rung(visit, agent, missed));
  }

  private void rung(Visit visit, Agent agent, boolean missed) {
    if (!visit.open || visit.ringing != agent) {
      return;
    }
    visit.ringing = null;
    if (missed) {
      agent.load -= visit.line.weight;
      declined(visit, agent);
    } else {
      visit.open = false;
      visit.interaction.waited = center.agenda.now() - visit.since;
      center.journal.write(visit.served, ANSWERED);
      center.service.begin(visit, agent);
    }
  }

  private void declined(Visit visit, Agent agent) {
    boolean spoken = Media.spoken(visit.line.channel());
    center.journal.write(visit.served, spoken ? NO_ANSWER : REJECTED);
    visit.line.putBack(visit);
    center.floor.missed(agent);
    if (!visit.open || visit.ringing != null) {
      return;
    }
    Agent other = longestIdle(visit.line);
    if (other != null && visit.line.first() == visit) {
      visit.line.removeFirst();
      offer(visit, other);
    }
  }

  /** The customer is gone while it rang. */
  void withdraw(Visit visit) {
    Agent agent = visit.ringing;
    visit.ringing = null;
    if (agent != null) {
      agent.load -= visit.line.weight;
      center.floor.settle(agent);
    }
  }
}
