// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Response;
import io.tideboard.core.tally.LifetimeTally;
import io.tideboard.core.tally.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What is timed since the beginning: the same durations as in {@link Bookkeeping}. {@code limit} is
 * the threshold that held at the end of each, and {@code times} is 1 to add and −1 to take back.
 */
final class Timekeeping {

  private Timekeeping() {}

  /** A visit ended; it is timed where its wait is known. */
  static void waited(QueueVisit visit, long limit, LifetimeTally lifetime, int times) {
    Timing timing = timingOf(visit);
    if (timing != null && visit.beginKnown()) {
      lifetime.time(timing, visit.waitMicros(), limit, times);
    }
  }

  private static @Nullable Timing timingOf(QueueVisit visit) {
    return switch (visit.outcome()) {
      case ANSWERED -> Timing.ANSWER_WAIT;
      case ABANDONED -> Timing.ABANDON_WAIT;
      case CALLBACK -> Timing.CALLBACK_WAIT;
      case FLOWED_OUT -> Timing.FLOW_OUT_WAIT;
      case LOST_TO_SNAPSHOT, LOST_TO_RESTART, LOST_TO_MAX_VISIT, WAITING -> null;
    };
  }

  /** A leg was completed. */
  static void handled(HandledLeg leg, long limit, LifetimeTally lifetime, int times) {
    lifetime.time(Timing.HANDLE, leg.talk() + leg.hold() + leg.wrapUp(), limit, times);
  }

  /** A question was answered for the first time. */
  static void responded(Response response, long limit, LifetimeTally lifetime, int times) {
    lifetime.time(Timing.FIRST_RESPONSE, response.time(), limit, times);
  }

  /** A contact was resolved. */
  static void resolved(ContactCourse contact, long limit, LifetimeTally lifetime, int times) {
    lifetime.time(Timing.RESOLUTION, contact.resolvedAt() - contact.begunAt(), limit, times);
  }
}
