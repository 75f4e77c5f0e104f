// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.InteractionChange.Held;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.InteractionChange.Resumed;
import io.tideboard.events.Party;
import java.util.function.Consumer;

/** What customer and agent do between the answer and the end: talk with holds, or messages. */
final class Conversation {

  private static final Held HELD = new Held();
  private static final Resumed RESUMED = new Resumed();
  private static final Message BY_AGENT = new Message(Party.AGENT);
  private static final Message BY_CUSTOMER = new Message(Party.CUSTOMER);
  private static final long SHORTEST = 2_000;
  private static final long MEAN_HOLD = 45_000;
  private static final double HOLD_VARIATION = 0.7;
  private static final double CUSTOMERS_PART = 0.4;

  private final Center center;
  private final Consumer<Leg> whenOver;

  Conversation(Center center, Consumer<Leg> whenOver) {
    this.center = center;
    this.whenOver = whenOver;
  }

  void begin(Leg leg) {
    Handling handling = leg.handling();
    long length = SHORTEST + center.draws.lognormal(handling.mean().toMillis(), handling.spread());
    if (leg.interaction.spoken()) {
      talk(leg, length);
    } else if (Media.spoken(leg.line.channel())) {
      center.agenda.in(length, () -> whenOver.accept(leg));
    } else {
      int exchanges = center.draws.geometric(handling.exchanges());
      reply(leg, exchanges, length / exchanges);
    }
  }

  private void talk(Leg leg, long length) {
    if (!center.draws.chance(leg.handling().holds())) {
      center.agenda.in(length, () -> whenOver.accept(leg));
      return;
    }
    long before = center.draws.between(length / 4, length - length / 4);
    long hold = 1_000 + center.draws.lognormal(MEAN_HOLD, HOLD_VARIATION);
    center.agenda.in(before, () -> center.journal.write(leg.contact, HELD));
    center.agenda.in(before + hold, () -> center.journal.write(leg.contact, RESUMED));
    center.agenda.in(length + hold, () -> whenOver.accept(leg));
  }

  /** The agent writes; then it is over, or the customer writes and the agent has to again. */
  private void reply(Leg leg, int left, long each) {
    center.agenda.in(
        Math.round(each * (left == 1 ? 1 : 1 - CUSTOMERS_PART)),
        () -> {
          center.journal.write(leg.contact, BY_AGENT);
          if (left == 1) {
            whenOver.accept(leg);
          } else {
            center.agenda.in(
                Math.round(each * CUSTOMERS_PART),
                () -> {
                  center.journal.write(leg.contact, BY_CUSTOMER);
                  reply(leg, left - 1, each);
                });
          }
        });
  }
}
