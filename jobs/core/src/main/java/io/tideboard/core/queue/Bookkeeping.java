// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.tally.Measure.ABANDONED;
import static io.tideboard.core.tally.Measure.ABANDONED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.ABANDONED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.ANSWERED;
import static io.tideboard.core.tally.Measure.ANSWERED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.ANSWERED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.ANSWER_WAIT_MICROS;
import static io.tideboard.core.tally.Measure.AT_ONCE_MICROS;
import static io.tideboard.core.tally.Measure.CALLBACKS;
import static io.tideboard.core.tally.Measure.CALLBACKS_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.CES_SCORES;
import static io.tideboard.core.tally.Measure.CES_THOUSANDTHS;
import static io.tideboard.core.tally.Measure.CLOCK_SKEW;
import static io.tideboard.core.tally.Measure.CONTACTS_RESOLVED;
import static io.tideboard.core.tally.Measure.CSAT_SATISFIED;
import static io.tideboard.core.tally.Measure.CSAT_SCORES;
import static io.tideboard.core.tally.Measure.CUSTOMERS_CAME_AGAIN;
import static io.tideboard.core.tally.Measure.CUSTOMERS_RESOLVED;
import static io.tideboard.core.tally.Measure.FLOWED_OUT;
import static io.tideboard.core.tally.Measure.FOUND_AGAIN;
import static io.tideboard.core.tally.Measure.HANDLED;
import static io.tideboard.core.tally.Measure.HANDLE_MICROS;
import static io.tideboard.core.tally.Measure.HOLD_MICROS;
import static io.tideboard.core.tally.Measure.LOST;
import static io.tideboard.core.tally.Measure.LOST_TO_MAX_VISIT;
import static io.tideboard.core.tally.Measure.LOST_TO_RESTART;
import static io.tideboard.core.tally.Measure.LOST_TO_SNAPSHOT;
import static io.tideboard.core.tally.Measure.NPS_DETRACTORS;
import static io.tideboard.core.tally.Measure.NPS_PROMOTERS;
import static io.tideboard.core.tally.Measure.NPS_SCORES;
import static io.tideboard.core.tally.Measure.OFFERED;
import static io.tideboard.core.tally.Measure.OPEN;
import static io.tideboard.core.tally.Measure.OPENED_BY_SNAPSHOT;
import static io.tideboard.core.tally.Measure.RESPONSES;
import static io.tideboard.core.tally.Measure.SHORT_ABANDONED;
import static io.tideboard.core.tally.Measure.TALK_MICROS;
import static io.tideboard.core.tally.Measure.TRANSFERRED_IN;
import static io.tideboard.core.tally.Measure.UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.WAITED;
import static io.tideboard.core.tally.Measure.WAITED_MICROS;
import static io.tideboard.core.tally.Measure.WAITED_UNSERVED;
import static io.tideboard.core.tally.Measure.WRAP_UPS_NOT_TOLD;
import static io.tideboard.core.tally.Measure.WRAP_UP_MICROS;
import static io.tideboard.core.tally.Measure.WRAP_UP_TIMEOUTS;

import io.tideboard.core.estimate.PastWaits;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Response;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;

/**
 * What one visit or leg adds to a period: the definitions of the counts, in one place. {@code
 * times} is 1 to add and −1 to take back.
 */
final class Bookkeeping {

  private Bookkeeping() {}

  /** A visit began in the tally's period. */
  static void begun(QueueVisit visit, Booking tally, int times) {
    tally.add(OFFERED, times);
    if (visit.transferredIn()) {
      tally.add(TRANSFERRED_IN, times);
    }
    if (visit.listed()) {
      tally.add(OPENED_BY_SNAPSHOT, times);
    }
    if (visit.found()) {
      tally.add(FOUND_AGAIN, times);
    }
  }

  /** A visit ended in the tally's period, judged by those limits. */
  static void ended(QueueVisit visit, OwnPromise.Within limits, Booking tally, int times) {
    tally.add(countOf(visit), times);
    if (visit.outcome().lost()) {
      tally.add(LOST, times);
      return; // when it ended nobody knows, so nobody knows how long it waited
    }
    if (!visit.beginKnown()) {
      unknownWait(visit, tally, times);
      return;
    }
    if (visit.clockSkewed()) {
      tally.add(CLOCK_SKEW, times);
    }
    long wait = visit.waitMicros();
    int within = wait <= limits.threshold() ? times : 0;
    switch (visit.outcome()) {
      case ANSWERED -> {
        tally.add(ANSWER_WAIT_MICROS, times * wait);
        tally.add(ANSWERED_WITHIN_THRESHOLD, within);
      }
      case ABANDONED -> {
        tally.add(ABANDONED_WITHIN_THRESHOLD, within);
        tally.add(SHORT_ABANDONED, wait <= limits.shortAbandon() ? times : 0);
      }
      case CALLBACK -> tally.add(CALLBACKS_WITHIN_THRESHOLD, within);
      default -> {}
    }
    tally.add(sampleOf(visit), wait, times);
    past(visit, tally, times);
  }

  /** What the estimated wait goes by. */
  private static void past(QueueVisit visit, Booking tally, int times) {
    boolean answered = visit.outcome() == Outcome.ANSWERED;
    long beyond = visit.waitMicros() - PastWaits.MOMENT;
    if (beyond > 0) {
      tally.add(WAITED, times);
      tally.add(WAITED_UNSERVED, answered ? 0 : times);
      tally.add(WAITED_MICROS, times * beyond);
    } else if (answered) {
      tally.add(AT_ONCE_MICROS, times * visit.waitMicros());
    }
  }

  private static void unknownWait(QueueVisit visit, Booking tally, int times) {
    tally.add(UNKNOWN_WAIT, times);
    switch (visit.outcome()) {
      case ANSWERED -> tally.add(ANSWERED_UNKNOWN_WAIT, times);
      case ABANDONED -> tally.add(ABANDONED_UNKNOWN_WAIT, times);
      default -> {}
    }
  }

  private static Measure countOf(QueueVisit visit) {
    return switch (visit.outcome()) {
      case ANSWERED -> ANSWERED;
      case ABANDONED -> ABANDONED;
      case FLOWED_OUT -> FLOWED_OUT;
      case CALLBACK -> CALLBACKS;
      case LOST_TO_SNAPSHOT -> LOST_TO_SNAPSHOT;
      case LOST_TO_RESTART -> LOST_TO_RESTART;
      case LOST_TO_MAX_VISIT -> LOST_TO_MAX_VISIT;
      case WAITING -> OPEN;
    };
  }

  private static Sample sampleOf(QueueVisit visit) {
    return switch (visit.outcome()) {
      case ANSWERED -> Sample.ANSWER_WAIT;
      case ABANDONED -> Sample.ABANDON_WAIT;
      case CALLBACK -> Sample.CALLBACK_WAIT;
      default -> Sample.OTHER_WAIT;
    };
  }

  /** A leg was completed in the tally's period. */
  static void completed(HandledLeg leg, Booking tally, int times) {
    tally.add(HANDLED, times);
    tally.add(WRAP_UP_TIMEOUTS, leg.timedOut() ? times : 0);
    tally.add(WRAP_UPS_NOT_TOLD, leg.wrapUpTold() ? 0 : times);
    tally.add(HANDLE_MICROS, times * (leg.talk() + leg.hold() + leg.wrapUp()));
  }

  /** A leg's times, as a whole. */
  static void durations(HandledLeg leg, Booking tally, int times) {
    tally.add(TALK_MICROS, times * leg.talk());
    tally.add(HOLD_MICROS, times * leg.hold());
    tally.add(WRAP_UP_MICROS, times * leg.wrapUp());
  }

  /** The part of a leg's times that lies within {@code from} and {@code to}. */
  static void durationsWithin(HandledLeg leg, long from, long to, Booking tally, int times) {
    long hold = 0;
    for (var span : leg.holds()) {
      hold += span.within(from, to);
    }
    long served = leg.service().within(from, to);
    tally.add(HOLD_MICROS, times * hold);
    tally.add(TALK_MICROS, times * (served - hold));
    tally.add(WRAP_UP_MICROS, times * leg.afterwards().within(from, to));
  }

  /** A question was answered for the first time in the tally's period. */
  static void responded(Response response, QueueTerms terms, Booking tally, int times) {
    tally.add(RESPONSES, times);
    tally.add(Sample.FIRST_RESPONSE, response.time(), times);
    tally.add(
        Sample.FIRST_RESPONSE_IN_HOURS,
        terms.inHours(response.askedAt(), response.answeredAt()),
        times);
  }

  /** A contact was resolved in the tally's period. */
  static void resolved(ContactCourse contact, QueueTerms terms, Booking tally, int times) {
    tally.add(CONTACTS_RESOLVED, times);
    tally.add(Sample.RESOLUTION, contact.resolvedAt() - contact.begunAt(), times);
    tally.add(
        Sample.RESOLUTION_IN_HOURS, terms.inHours(contact.begunAt(), contact.resolvedAt()), times);
  }

  /** A contact of a customer was resolved in the tally's period. */
  static void followedUp(FollowUp followUp, Booking tally, int times) {
    tally.add(CUSTOMERS_RESOLVED, times);
    tally.add(CUSTOMERS_CAME_AGAIN, followUp.followed() ? times : 0);
  }

  /** A customer gave a score in the tally's period. */
  static void scored(Score score, Booking tally, int times) {
    switch (score.kind()) {
      case CSAT -> {
        tally.add(CSAT_SCORES, times);
        tally.add(CSAT_SATISFIED, score.satisfied() ? times : 0);
      }
      case NPS -> {
        tally.add(NPS_SCORES, times);
        tally.add(NPS_PROMOTERS, score.promoter() ? times : 0);
        tally.add(NPS_DETRACTORS, score.detractor() ? times : 0);
      }
      case CES -> {
        tally.add(CES_SCORES, times);
        tally.add(CES_THOUSANDTHS, (long) times * score.thousandths());
      }
    }
  }
}
