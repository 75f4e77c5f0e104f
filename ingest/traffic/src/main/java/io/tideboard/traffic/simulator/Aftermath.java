// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.FeedbackKind;
import io.tideboard.events.InteractionChange.Feedback;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.InteractionChange.Reopened;
import io.tideboard.events.InteractionChange.Resolved;
import io.tideboard.events.Party;

/**
 * What follows a finished conversation: the issue is settled or comes back, a survey is answered.
 */
final class Aftermath {

  private static final Resolved RESOLVED = new Resolved();
  private static final Reopened REOPENED = new Reopened();
  private static final Message BY_CUSTOMER = new Message(Party.CUSTOMER);
  private static final double CSAT_SHARE = 0.8;
  private static final double LONG_WAIT = 60_000;

  private final Center center;

  Aftermath(Center center) {
    this.center = center;
  }

  void follow(Leg leg) {
    Interaction interaction = leg.interaction;
    Outcome outcome = leg.line.profile.after();
    boolean settled = center.draws.chance(outcome.resolved());
    if (settled) {
      center.journal.write(leg.contact, RESOLVED);
    }
    if (center.draws.chance(outcome.surveyed())) {
      center.opened();
      center.agenda.in(center.draws.between(60_000, 1_200_000), () -> survey(leg, settled));
    }
    boolean comesBack =
        settled
            && !interaction.spoken()
            && !interaction.reopened
            && center.draws.chance(outcome.reopened());
    if (comesBack) {
      interaction.reopened = true;
      center.agenda.in(center.draws.between(600_000, 14_400_000), () -> reopen(leg));
    } else {
      center.closed();
    }
  }

  private void reopen(Leg leg) {
    center.journal.write(leg.interaction.unqueued, REOPENED);
    center.journal.write(leg.interaction.unqueued, BY_CUSTOMER);
    leg.interaction.handedOn = 0;
    center.entrance.queue(leg.interaction, leg.line);
  }

  private void survey(Leg leg, boolean settled) {
    FeedbackKind kind = FeedbackKind.CSAT;
    if (!center.draws.chance(CSAT_SHARE)) {
      kind = center.draws.chance(0.5) ? FeedbackKind.NPS : FeedbackKind.CES;
    }
    center.journal.write(leg.contact, new Feedback(kind, score(kind, leg, settled), null, null));
    center.closed();
  }

  /** Pleased customers score at the top, those who waited or left unhelped below. */
  private double score(FeedbackKind kind, Leg leg, boolean settled) {
    double span = kind.highest() - kind.lowest();
    double loss = center.draws.unitExponential() * 0.12;
    loss += settled ? 0 : 0.35;
    loss += 0.25 * Math.min(1, leg.interaction.waited / (5 * LONG_WAIT));
    return kind.lowest() + Math.round(span * Math.max(0, 1 - loss));
  }
}
