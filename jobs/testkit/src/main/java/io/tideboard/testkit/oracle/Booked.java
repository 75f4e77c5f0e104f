// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import io.tideboard.testkit.oracle.Leg.Stretch;
import io.tideboard.testkit.oracle.Visit.Cause;
import io.tideboard.testkit.oracle.Visit.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The visits and legs of one queue and channel, and how many of what there are among those that a
 * period holds.
 */
final class Booked {

  /** Who is answered within it was answered at once. */
  private static final long A_MOMENT = 5_000_000;

  /** Whether something that happened then belongs to the period. */
  interface Period {
    boolean holds(Instant at);
  }

  final QueueKey key;
  final QueueDefinition definition;
  final Calendar calendar;
  final List<Visit> visits;
  final List<Leg> legs;

  final ContactBook contacts;

  Booked(QueueKey key, QueueDefinition definition, Placements placed) {
    this.key = key;
    this.definition = definition;
    this.calendar = new Calendar(definition);
    this.visits = placed.visits(key);
    this.legs = placed.legs(key);
    this.contacts = new ContactBook(definition, placed.contacts(key), placed.scores(key));
  }

  /** Everything about what was offered in the period. */
  NaiveTally arrivals(Period period) {
    NaiveTally tally = new NaiveTally();
    for (Visit visit : visits) {
      if (period.holds(visit.offeredAt())) {
        begin(visit, tally);
        end(visit, tally);
      }
    }
    for (Leg leg : legs) {
      if (leg.found && period.holds(leg.offeredAt)) {
        tally.count(Measure.LEGS_FOUND_AGAIN);
      }
      if (leg.lost && period.holds(leg.offeredAt)) {
        tally.count(Measure.LEGS_LOST);
      } else if (period.holds(leg.offeredAt) && !leg.inProgress()) {
        completed(leg, tally);
        tally.add(Measure.TALK_MICROS, micros(leg.service()) - holdMicros(leg));
        tally.add(Measure.HOLD_MICROS, holdMicros(leg));
        tally.add(Measure.WRAP_UP_MICROS, micros(leg.wrapUp()));
        transferredOut(leg, tally);
      }
    }
    contacts.arrivals(period, tally);
    return tally;
  }

  /** What happened in the period, but for the times, which may be split. */
  NaiveTally happened(Period period) {
    NaiveTally tally = new NaiveTally();
    for (Visit visit : visits) {
      if (period.holds(visit.offeredAt())) {
        begin(visit, tally);
      }
      if (visit.end != null && period.holds(visit.end)) {
        end(visit, tally);
      }
    }
    for (Leg leg : legs) {
      if (leg.found && period.holds(leg.answeredAt)) {
        tally.count(Measure.LEGS_FOUND_AGAIN);
      }
      if (leg.lost && leg.endedAt != null && period.holds(leg.endedAt)) {
        tally.count(Measure.LEGS_LOST);
      }
      if (leg.isComplete()) {
        if (period.holds(leg.completedAt())) {
          completed(leg, tally);
        }
        if (period.holds(leg.service().to())) {
          transferredOut(leg, tally);
        }
      }
    }
    contacts.happened(period, tally);
    return tally;
  }

  /** Adds the part of talk, hold and wrap-up that lies within the two instants. */
  void timesWithin(Instant from, Instant to, NaiveTally tally) {
    for (Leg leg : legs) {
      if (leg.isComplete()) {
        long hold = 0;
        for (Stretch stretch : leg.holds()) {
          hold += micros(cut(stretch, from, to));
        }
        tally.add(Measure.HOLD_MICROS, hold);
        tally.add(Measure.TALK_MICROS, micros(cut(leg.service(), from, to)) - hold);
        tally.add(Measure.WRAP_UP_MICROS, micros(cut(leg.wrapUp(), from, to)));
      }
    }
  }

  /** Adds the times, as a whole, of the legs that were completed in the period. */
  void timesOfCompleted(Period period, NaiveTally tally) {
    for (Leg leg : legs) {
      if (leg.isComplete() && period.holds(leg.completedAt())) {
        tally.add(Measure.TALK_MICROS, micros(leg.service()) - holdMicros(leg));
        tally.add(Measure.HOLD_MICROS, holdMicros(leg));
        tally.add(Measure.WRAP_UP_MICROS, micros(leg.wrapUp()));
      }
    }
  }

  private static void begin(Visit visit, NaiveTally tally) {
    tally.count(Measure.OFFERED);
    if (visit.transferredIn) {
      tally.count(Measure.TRANSFERRED_IN);
    }
    if (visit.listed) {
      tally.count(Measure.OPENED_BY_SNAPSHOT);
    }
    if (visit.found) {
      tally.count(Measure.FOUND_AGAIN);
    }
  }

  private void end(Visit visit, NaiveTally tally) {
    if (visit.how == null) {
      return;
    }
    switch (visit.how) {
      case ANSWERED -> tally.count(Measure.ANSWERED);
      case ABANDONED -> tally.count(Measure.ABANDONED);
      case FLOWED_OUT -> tally.count(Measure.FLOWED_OUT);
      case CALLBACK -> tally.count(Measure.CALLBACKS);
      case LOST -> {
        tally.count(Measure.LOST);
        tally.count(
            visit.cause == Cause.RESTART
                ? Measure.LOST_TO_RESTART
                : visit.cause == Cause.SILENCE
                    ? Measure.LOST_TO_MAX_VISIT
                    : Measure.LOST_TO_SNAPSHOT);
        return;
      }
    }
    Duration wait = visit.waited();
    if (wait == null) {
      tally.count(Measure.UNKNOWN_WAIT);
      if (visit.how == End.ANSWERED) {
        tally.count(Measure.ANSWERED_UNKNOWN_WAIT);
      } else if (visit.how == End.ABANDONED) {
        tally.count(Measure.ABANDONED_UNKNOWN_WAIT);
      }
      return;
    }
    tally.add(sampleOf(visit.how), micros(wait));
    past(visit.how, micros(wait), tally);
    if (visit.skewed()) {
      tally.count(Measure.CLOCK_SKEW);
    }
    if (visit.how == End.ANSWERED) {
      tally.add(Measure.ANSWER_WAIT_MICROS, micros(wait));
    }
    if (visit.how == End.ABANDONED && wait.compareTo(definition.shortAbandon()) <= 0) {
      tally.count(Measure.SHORT_ABANDONED);
    }
    if (wait.compareTo(definition.threshold(key.channel())) <= 0) {
      withinThreshold(visit.how, tally);
    }
  }

  private static void past(End how, long wait, NaiveTally tally) {
    if (wait > A_MOMENT) {
      tally.count(Measure.WAITED);
      tally.add(Measure.WAITED_MICROS, wait - A_MOMENT);
      if (how != End.ANSWERED) {
        tally.count(Measure.WAITED_UNSERVED);
      }
    } else if (how == End.ANSWERED) {
      tally.add(Measure.AT_ONCE_MICROS, wait);
    }
  }

  private static Sample sampleOf(End how) {
    return switch (how) {
      case ANSWERED -> Sample.ANSWER_WAIT;
      case ABANDONED -> Sample.ABANDON_WAIT;
      case CALLBACK -> Sample.CALLBACK_WAIT;
      case FLOWED_OUT, LOST -> Sample.OTHER_WAIT;
    };
  }

  private static void withinThreshold(End how, NaiveTally tally) {
    switch (how) {
      case ANSWERED -> tally.count(Measure.ANSWERED_WITHIN_THRESHOLD);
      case ABANDONED -> tally.count(Measure.ABANDONED_WITHIN_THRESHOLD);
      case CALLBACK -> tally.count(Measure.CALLBACKS_WITHIN_THRESHOLD);
      case FLOWED_OUT, LOST -> {}
    }
  }

  private static void completed(Leg leg, NaiveTally tally) {
    tally.count(Measure.HANDLED);
    if (leg.cutOff) {
      tally.count(Measure.WRAP_UP_TIMEOUTS);
    }
    if (leg.wrappedUpAt == null) {
      tally.count(Measure.WRAP_UPS_NOT_TOLD);
    }
    // Talk and hold together are the time from answer to end.
    tally.add(Measure.HANDLE_MICROS, micros(leg.service()) + micros(leg.wrapUp()));
  }

  private static void transferredOut(Leg leg, NaiveTally tally) {
    if (leg.transferredOut) {
      tally.count(Measure.TRANSFERRED_OUT);
    }
  }

  private static Stretch cut(Stretch stretch, Instant from, Instant to) {
    Instant begin = stretch.from().isBefore(from) ? from : stretch.from();
    Instant end = stretch.to().isAfter(to) ? to : stretch.to();
    return end.isBefore(begin) ? new Stretch(begin, begin) : new Stretch(begin, end);
  }

  private static long holdMicros(Leg leg) {
    return leg.holds().stream().mapToLong(Booked::micros).sum();
  }

  private static long micros(Stretch stretch) {
    return micros(Duration.between(stretch.from(), stretch.to()));
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
