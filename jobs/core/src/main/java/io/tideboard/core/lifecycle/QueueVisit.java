// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

/**
 * One stay of one interaction in one queue.
 *
 * @param queue the queue
 * @param channel the channel as spelt on the wire
 * @param begin when the wait began, in microseconds; equal to {@code end} while that is not known
 * @param beginKnown whether an event told the begin
 * @param end when it ended, or {@link #OPEN}
 * @param outcome how it stands
 * @param transferredIn whether a transfer or an escalation brought it
 * @param listed whether only the platform's own list told that it began
 * @param found whether it had been given up for lost, and was found again
 */
public record QueueVisit(
    String queue,
    String channel,
    long begin,
    boolean beginKnown,
    long end,
    Outcome outcome,
    boolean transferredIn,
    boolean listed,
    boolean found)
    implements Placed {

  /** The end of what has not ended. */
  public static final long OPEN = Long.MAX_VALUE;

  /** The name of the queue or channel that no event has told. */
  public static final String UNKNOWN = "unknown";

  /** A visit that begins now. */
  static QueueVisit begun(String queue, String channel, long at, boolean transferredIn) {
    return new QueueVisit(
        queue, channel, at, true, OPEN, Outcome.WAITING, transferredIn, false, false);
  }

  /** A visit of which the platform's own list tells that it began then. */
  static QueueVisit listed(String queue, String channel, long at) {
    return new QueueVisit(queue, channel, at, true, OPEN, Outcome.WAITING, false, true, false);
  }

  /** A visit of which only the end is known. */
  static QueueVisit endedOnly(String queue, String channel, long at, Outcome outcome) {
    return new QueueVisit(queue, channel, at, false, at, outcome, false, false, false);
  }

  QueueVisit ended(long at, Outcome outcome) {
    return new QueueVisit(
        queue, channel, begin, beginKnown, at, outcome, transferredIn, listed, found);
  }

  /** The same visit, whose begin has become known after its end. */
  QueueVisit begunAt(String queue, long at) {
    return new QueueVisit(queue, channel, at, true, end, outcome, transferredIn, listed, found);
  }

  QueueVisit transferred() {
    return new QueueVisit(queue, channel, begin, beginKnown, end, outcome, true, listed, found);
  }

  /** The same visit, which goes on after all. */
  QueueVisit foundAgain() {
    return new QueueVisit(
        queue, channel, begin, beginKnown, OPEN, Outcome.WAITING, transferredIn, listed, true);
  }

  QueueVisit on(String channel) {
    return new QueueVisit(
        queue, channel, begin, beginKnown, end, outcome, transferredIn, listed, found);
  }

  /** Whether the contact still waits. */
  public boolean waiting() {
    return outcome == Outcome.WAITING;
  }

  /**
   * How long the contact waited, in microseconds: never negative, since an end stamped before the
   * begin counts as a wait of 0. Defined for visits that ended and whose begin is known.
   */
  public long waitMicros() {
    return Math.max(0, end - begin);
  }

  /** Whether the end was stamped before the begin. */
  public boolean clockSkewed() {
    return beginKnown && !waiting() && end < begin;
  }
}
