// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What one more moment does to the picture, given that everything before it is known. Pure, and the
 * only place where events become visits and legs.
 */
final class Unfolding {

  /**
   * An answer or abandon stamped up to so many microseconds before its own {@code queued} is taken
   * for the same visit with skewed clocks, and not for a visit that nobody saw begin.
   */
  static final long GREATEST_SKEW = 300_000_000L;

  private Unfolding() {}

  static Picture then(Picture before, Moment moment) {
    if (moment.isRepair()) {
      return Repair.then(before, moment);
    }
    Picture picture = Repair.beforeNews(before, moment);
    if (picture.channel() == null && moment.channel() != null) {
      picture = picture.on(moment.channel());
    }
    return switch (moment.type()) {
      case INTERACTION_QUEUED -> queued(picture, moment);
      case INTERACTION_ANSWERED -> answered(picture, moment);
      case INTERACTION_HELD -> held(picture, moment.at());
      case INTERACTION_RESUMED -> resumed(picture, moment.at());
      case INTERACTION_TRANSFERRED, INTERACTION_ESCALATED -> transferred(picture, moment);
      case INTERACTION_ABANDONED ->
          picture.waits()
              ? allEnded(picture, moment.at(), Outcome.ABANDONED)
              : endedUnseen(picture, moment, Outcome.ABANDONED);
      case INTERACTION_DEQUEUED -> dequeued(picture, moment);
      case INTERACTION_CALLBACK_REQUESTED -> callback(picture, moment);
      case INTERACTION_ENDED -> ended(picture, moment);
      case INTERACTION_WRAPPED_UP -> wrappedUp(picture, moment);
      default -> picture;
    };
  }

  private static Picture queued(Picture picture, Moment moment) {
    String queue = moment.queue() == null ? QueueVisit.UNKNOWN : moment.queue();
    if (picture.waitingIn(queue) >= 0) {
      return picture;
    }
    int unseen = endedShortlyBefore(picture, queue, moment.at());
    if (unseen >= 0) {
      return begunAfterItsEnd(picture, unseen, queue, moment.at());
    }
    return picture.with(QueueVisit.begun(queue, picture.channelOrUnknown(), moment.at(), false));
  }

  /** The last visit, when only its end is known and it may be the one that begins here. */
  private static int endedShortlyBefore(Picture picture, String queue, long at) {
    int last = picture.visits().size() - 1;
    if (last < 0) {
      return -1;
    }
    QueueVisit visit = picture.visits().get(last);
    boolean sameQueue = visit.queue().equals(queue) || visit.queue().equals(QueueVisit.UNKNOWN);
    return !visit.beginKnown() && sameQueue && at - visit.end() <= GREATEST_SKEW ? last : -1;
  }

  private static Picture begunAfterItsEnd(Picture picture, int index, String queue, long at) {
    QueueVisit unseen = picture.visits().get(index);
    Picture known = picture.replaced(index, unseen.begunAt(queue, at));
    for (int i = 0; i < known.legs().size(); i++) {
      HandledLeg leg = known.legs().get(i);
      if (leg.answeredAt() == unseen.end() && leg.queue().equals(unseen.queue())) {
        known = known.replaced(i, leg.offered(queue, at));
      }
    }
    return known;
  }

  private static Picture answered(Picture picture, Moment moment) {
    if (picture.waits()) {
      return answeredFromQueue(picture, moment);
    }
    int leg = picture.legInProgress();
    if (leg >= 0) {
      return takenOver(picture, leg, moment);
    }
    String queue = moment.queue() == null ? picture.latestQueue() : moment.queue();
    String channel = picture.channelOrUnknown();
    if (picture.direct() || moment.is(Moment.OUTBOUND)) {
      return picture.with(
          HandledLeg.begun(queue, channel, moment.agent(), moment.at(), moment.at()));
    }
    QueueVisit unseen = QueueVisit.endedOnly(queue, channel, moment.at(), Outcome.ANSWERED);
    return picture.with(unseen).with(HandledLeg.begun(unseen, moment.agent(), moment.at()));
  }

  /** Of several visits an answer ends the one it names, or the latest, and flows out the others. */
  private static Picture answeredFromQueue(Picture picture, Moment moment) {
    long at = moment.at();
    int leg = picture.legInProgress();
    Picture next =
        leg < 0 ? picture : picture.replaced(leg, picture.legs().get(leg).ended(at, true));
    int index =
        moment.queue() == null ? picture.latestWaiting() : picture.waitingIn(moment.queue());
    if (index < 0) {
      QueueVisit unseen =
          QueueVisit.endedOnly(
              named(moment.queue()), picture.channelOrUnknown(), at, Outcome.ANSWERED);
      return allEnded(next, at, Outcome.FLOWED_OUT)
          .with(unseen)
          .with(HandledLeg.begun(unseen, moment.agent(), at));
    }
    QueueVisit visit = next.visits().get(index).ended(at, Outcome.ANSWERED);
    next = allEnded(next.replaced(index, visit), at, Outcome.FLOWED_OUT);
    return next.with(HandledLeg.begun(visit, moment.agent(), at));
  }

  /** A second answer while an agent is with the customer: the same agent again, or another one. */
  private static Picture takenOver(Picture picture, int index, Moment moment) {
    HandledLeg leg = picture.legs().get(index);
    if (moment.agent() == null || moment.agent().equals(leg.agent())) {
      return picture;
    }
    return picture
        .replaced(index, leg.ended(moment.at(), true))
        .with(
            HandledLeg.begun(
                leg.queue(), leg.channel(), moment.agent(), leg.offeredAt(), moment.at()));
  }

  private static Picture held(Picture picture, long at) {
    int index = picture.legInProgress();
    if (index < 0 || picture.legs().get(index).onHold()) {
      return picture;
    }
    return picture.replaced(index, picture.legs().get(index).held(at));
  }

  private static Picture resumed(Picture picture, long at) {
    int index = picture.legInProgress();
    if (index < 0 || !picture.legs().get(index).onHold()) {
      return picture;
    }
    return picture.replaced(index, picture.legs().get(index).resumed(at));
  }

  /**
   * Leaves the present agent or queue. A visit that already waits in the queue transferred to is
   * the one that the transfer begins: some platforms tell both. Where the event names an agent who
   * has left already, the one who serves now goes on.
   */
  private static Picture transferred(Picture picture, Moment moment) {
    long at = moment.at();
    Picture next = picture;
    int leg = next.legInProgress();
    if (leg >= 0 && next.legs().get(leg).mayBeOf(moment.agent())) {
      next = next.replaced(leg, next.legs().get(leg).ended(at, true));
    }
    String toQueue = moment.queue();
    int already = toQueue == null ? -1 : next.waitingIn(toQueue);
    for (int i = 0; i < next.visits().size(); i++) {
      QueueVisit visit = next.visits().get(i);
      if (i == already) {
        next = next.replaced(i, visit.transferred());
      } else if (visit.waiting()) {
        next = next.replaced(i, visit.ended(at, Outcome.FLOWED_OUT));
      }
    }
    if (toQueue == null) {
      return next.direct(moment.is(Moment.TO_AGENT));
    }
    return already >= 0
        ? next.direct(false)
        : next.with(QueueVisit.begun(toQueue, next.channelOrUnknown(), at, true));
  }

  private static Picture dequeued(Picture picture, Moment moment) {
    int named = moment.queue() == null ? -1 : picture.waitingIn(moment.queue());
    int index = named >= 0 ? named : picture.oldestWaiting();
    if (index < 0) {
      return endedUnseen(picture, moment, Outcome.FLOWED_OUT);
    }
    return picture.replaced(
        index, picture.visits().get(index).ended(moment.at(), Outcome.FLOWED_OUT));
  }

  private static Picture callback(Picture picture, Moment moment) {
    int named = moment.queue() == null ? -1 : picture.waitingIn(moment.queue());
    int index = named >= 0 ? named : picture.latestWaiting();
    if (index < 0) {
      return endedUnseen(picture, moment, Outcome.CALLBACK);
    }
    Picture next =
        picture.replaced(index, picture.visits().get(index).ended(moment.at(), Outcome.CALLBACK));
    return allEnded(next, moment.at(), Outcome.FLOWED_OUT);
  }

  /**
   * A conversation that ends while the contact waits was given up by the customer, or let go. Where
   * the event only says that an agent has left, the contact goes on with another, or waits on.
   */
  private static Picture ended(Picture picture, Moment moment) {
    if (onlyAnAgentLeft(picture, moment)) {
      int leg = picture.legInProgress();
      boolean its = leg >= 0 && picture.legs().get(leg).mayBeOf(moment.agent());
      return its
          ? picture.replaced(leg, picture.legs().get(leg).ended(moment.at(), false))
          : picture;
    }
    Picture next = picture.direct(false);
    int leg = next.legInProgress();
    if (leg >= 0) {
      next = next.replaced(leg, next.legs().get(leg).ended(moment.at(), false));
    }
    return allEnded(
        next, moment.at(), moment.is(Moment.BY_CUSTOMER) ? Outcome.ABANDONED : Outcome.FLOWED_OUT);
  }

  /**
   * Whether an end concerns only the named agent's leg: another agent serves now, or the contact
   * waits. An agent who is not known to have served may be the one whose answer is missing; and
   * when the customer is told to have gone, everything is over.
   */
  static boolean onlyAnAgentLeft(Picture picture, Moment moment) {
    String agent = moment.agent();
    boolean byCustomer = moment.is(Moment.BY_CUSTOMER) && !moment.is(Moment.BY_NOBODY);
    if (agent == null || byCustomer || !served(picture, agent)) {
      return false;
    }
    int leg = picture.legInProgress();
    return picture.waits() || leg >= 0 && !picture.legs().get(leg).mayBeOf(agent);
  }

  private static boolean served(Picture picture, String agent) {
    for (HandledLeg leg : picture.legs()) {
      if (agent.equals(leg.agent())) {
        return true;
      }
    }
    return false;
  }

  /** Of the legs without a known wrap-up, the one of that agent, or else the latest. */
  private static Picture wrappedUp(Picture picture, Moment moment) {
    int found = -1;
    for (int i = 0; i < picture.legs().size(); i++) {
      HandledLeg leg = picture.legs().get(i);
      if (leg.wrappedUpAt() != HandledLeg.NOT_WRAPPED_UP) {
        continue;
      }
      boolean other = moment.agent() != null && !moment.agent().equals(leg.agent());
      if (!other) {
        found = i;
      }
    }
    if (found < 0) {
      return picture;
    }
    HandledLeg leg = picture.legs().get(found);
    // No end was told: whoever has wrapped up is not talking any more.
    HandledLeg over = leg.inProgress() ? leg.ended(moment.at(), false) : leg;
    return picture.replaced(found, over.wrappedUp(moment));
  }

  /** The end of a visit that nobody saw begin; nothing, when the interaction had its visits. */
  private static Picture endedUnseen(Picture picture, Moment moment, Outcome outcome) {
    if (!picture.visits().isEmpty() || !picture.legs().isEmpty()) {
      return picture;
    }
    return picture.with(
        QueueVisit.endedOnly(
            named(moment.queue()), picture.channelOrUnknown(), moment.at(), outcome));
  }

  private static Picture allEnded(Picture picture, long at, Outcome outcome) {
    Picture next = picture;
    for (int i = 0; i < next.visits().size(); i++) {
      if (next.visits().get(i).waiting()) {
        next = next.replaced(i, next.visits().get(i).ended(at, outcome));
      }
    }
    return next;
  }

  private static String named(@Nullable String queue) {
    return queue == null ? QueueVisit.UNKNOWN : queue;
  }
}
