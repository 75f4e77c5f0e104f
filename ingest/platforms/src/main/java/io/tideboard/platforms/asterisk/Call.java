// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call as far as it was told. Plain fields: it is written down with the position in a log. */
final class Call {

  /** A conversation with an agent that has not ended. */
  static final class Service {
    String queue = "";
    String agent = "";
    long answeredAt;

    /** When the call went on, to another queue or agent; 0 while it did not. */
    long supersededAt;
  }

  String id = "";

  /** What the channels of one contact have in common, where Asterisk says it. */
  String linked = "";

  @Nullable String waitingIn;
  long joinedAt;
  List<Service> services = new ArrayList<>(1);

  /** It left an agent by a transfer: it may come back under another id. */
  boolean moved;

  /** Its end was told, or nobody saw it: nothing more is to be said of it. */
  boolean ended;

  boolean held;
  long changedAt;
  int changedBy;

  boolean waits(String queue) {
    return queue.equals(waitingIn);
  }

  boolean over() {
    return waitingIn == null && services.isEmpty();
  }

  /**
   * The time of the next event: as told, but after what was told before. The log knows whole
   * seconds, and at equal times readers put events into the order of a contact's life, in which a
   * queue comes before the transfer that led there: one microsecond keeps them apart.
   */
  long stamp(EventType type, long at) {
    long stamped = at;
    boolean justBefore = at < changedAt && changedAt - at <= LARGEST_JITTER;
    if (justBefore) {
      stamped = changedAt;
    }
    if (stamped == changedAt && type.number() <= changedBy) {
      stamped++;
    }
    changedAt = stamped;
    changedBy = type.number();
    return stamped;
  }

  /**
   * Steps back of at most so many microseconds are jitter; larger ones are a clock that was set.
   */
  private static final long LARGEST_JITTER = 1_000_000L;

  void supersede(long at) {
    for (Service service : services) {
      if (service.supersededAt == 0) {
        service.supersededAt = at;
      }
    }
  }
}
