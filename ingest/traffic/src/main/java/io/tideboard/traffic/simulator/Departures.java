// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.DequeueReason;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionChange.Abandoned;
import io.tideboard.events.InteractionChange.CallbackRequested;
import io.tideboard.events.InteractionChange.Dequeued;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.Party;

/** How visits end without service. Each visit has one departure ahead of it: the earliest. */
final class Departures {

  private static final Abandoned ABANDONED = new Abandoned();
  private static final CallbackRequested CALLBACK = new CallbackRequested();
  private static final Dequeued TIMEOUT = new Dequeued(DequeueReason.TIMEOUT);
  private static final Dequeued OVERFLOW = new Dequeued(DequeueReason.OVERFLOW);
  private static final Dequeued EXIT_KEY = new Dequeued(DequeueReason.EXIT_KEY);
  private static final Dequeued NO_AGENTS = new Dequeued(DequeueReason.NO_AGENTS);
  private static final Dequeued CLOSED = new Dequeued(DequeueReason.CLOSED);
  private static final Ended BY_CUSTOMER = new Ended(Party.CUSTOMER);
  private static final Ended BY_SYSTEM = new Ended(Party.SYSTEM);

  private static final long HANG_UP_WITHIN = 5_000;

  private final Center center;

  Departures(Center center) {
    this.center = center;
  }

  /** Plans how this visit ends if no agent answers it before. */
  void plan(Visit visit) {
    Waiting ways = visit.line.profile.ways();
    Draws draws = center.draws;
    long at = Long.MAX_VALUE;
    InteractionChange change = ABANDONED;
    if (ways.patience() != null) {
      at = 1_000 + draws.exponential(ways.patience().toMillis());
    }
    if (draws.chance(ways.hangUps())) {
      at = draws.between(500, HANG_UP_WITHIN);
    }
    if (draws.chance(ways.exitKey())) {
      long pressed = draws.between(10_000, 60_000);
      change = pressed < at ? EXIT_KEY : change;
      at = Math.min(at, pressed);
    }
    Waiting.Callback callback = ways.callback();
    if (callback != null && draws.chance(callback.share()) && callback.after().toMillis() < at) {
      at = callback.after().toMillis() + draws.between(2_000, 9_000);
      change = CALLBACK;
    }
    if (ways.overflow() != null
        && visit.interaction.handedOn == 0
        && ways.overflow().after().toMillis() < at) {
      at = ways.overflow().after().toMillis();
      change = OVERFLOW;
    }
    if (ways.timeout() != null && ways.timeout().toMillis() < at) {
      at = ways.timeout().toMillis();
      change = TIMEOUT;
    }
    if (at != Long.MAX_VALUE) {
      InteractionChange end = change;
      center.agenda.in(at, () -> leave(visit, end));
    }
  }

  /** The line has nobody signed in at all: the customer is told so. */
  void refuse(Visit visit) {
    leave(visit, NO_AGENTS);
  }

  /** The last agent of a line went home: those who wait are sent away. */
  void close(Line line) {
    for (Visit visit = line.first(); visit != null; visit = line.first()) {
      leave(visit, CLOSED);
    }
  }

  private void leave(Visit visit, InteractionChange change) {
    if (!visit.open) {
      return;
    }
    visit.open = false;
    center.journal.write(visit.contact, change);
    Line elsewhere = change == OVERFLOW ? center.overflowOf(visit.line) : null;
    if (elsewhere == null) {
      conclude(visit, change);
    } else {
      visit.interaction.handedOn++;
      center.entrance.queue(visit.interaction, elsewhere);
    }
    center.router.withdraw(visit);
  }

  private void conclude(Visit visit, InteractionChange change) {
    boolean own = change == ABANDONED || change == EXIT_KEY || change == CALLBACK;
    center.journal.write(visit.contact, own ? BY_CUSTOMER : BY_SYSTEM);
    if (change == CALLBACK) {
      center.entrance.callBack(visit);
    }
    center.closed();
  }
}
