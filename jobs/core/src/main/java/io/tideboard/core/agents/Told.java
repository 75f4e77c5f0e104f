// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.AgentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark in its place: what holds from it on, given everything before it.
 *
 * @param mark what was told
 * @param reason why; of a list that tells the state that holds already, the reason known
 * @param queues the queues served, by this mark or the latest one that said
 * @param capacity the contacts at once, by this mark or the latest one that said
 * @param shift since when the agent is signed in, and how far that is confirmed
 * @param repairs whether a list told what no event had
 */
record Told(
    Mark mark,
    @Nullable String reason,
    List<String> queues,
    Capacity capacity,
    Shift shift,
    boolean repairs) {

  /** Later than anything. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * A stretch for which an agent is signed in.
   *
   * @param start when it began; meaningless while offline
   * @param seen the latest instant at which a list told the state that holds
   * @param goneAt from when on the platform's own list names the agent no more, or {@link #NEVER}
   */
  record Shift(long start, long seen, long goneAt) {}

  /** The mark after everything {@code before}, in a center of shifts no longer than that. */
  static Told after(@Nullable Told before, Mark mark, long goneAt, long maxShift) {
    if (before == null) {
      Shift shift = new Shift(mark.at(), mark.seen(), goneAt);
      return new Told(mark, mark.reason(), mark.queues(), mark.capacity(), shift, mark.listed());
    }
    boolean signedIn = before.signedInAt(mark.at(), maxShift);
    AgentState was = signedIn ? before.mark.state() : AgentState.OFFLINE;
    boolean same = was == mark.state();
    boolean seenBefore = same && mark.goesOn(before.mark);
    long seen = seenBefore ? Math.max(mark.seen(), before.shift.seen) : mark.seen();
    return new Told(
        mark,
        mark.listed() && same ? before.reason : mark.reason(),
        mark.queues().isEmpty() ? before.queues : mark.queues(),
        mark.capacity().told().isEmpty() ? before.capacity : mark.capacity(),
        new Shift(signedIn ? before.shift.start : mark.at(), seen, goneAt),
        mark.listed() && !same);
  }

  long at() {
    return mark.at();
  }

  /** From when on the platform's list names the agent no more, if no later list does again. */
  long goneAt() {
    return shift.goneAt > shift.seen ? shift.goneAt : NEVER;
  }

  /** Whether the agent is still signed in then, if nothing else was told before. */
  boolean signedInAt(long instant, long maxShift) {
    return mark.state() != AgentState.OFFLINE && instant < goneAt() && instant < shiftEnd(maxShift);
  }

  /** When the sign-off must have been forgotten; never while offline. */
  long shiftEnd(long maxShift) {
    return mark.state() == AgentState.OFFLINE ? NEVER : shift.start + maxShift;
  }

  /** The same, with everything that follows from what was told before written into its mark. */
  Told asFirst() {
    return new Told(mark.with(reason, queues, capacity), reason, queues, capacity, shift, repairs);
  }

  Told with(Shift shift, boolean repairs) {
    return new Told(mark, reason, queues, capacity, shift, repairs);
  }
}
