// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent's share of an interaction: talk and hold, then wrap-up.
 *
 * @param queue the queue it is booked to
 * @param channel the channel as spelt on the wire
 * @param agent who served, when told
 * @param offeredAt when the visit that led here began: the arrival it belongs to
 * @param answeredAt when service began
 * @param endedAt when the conversation ended or moved on, or {@link QueueVisit#OPEN}
 * @param wrappedUpAt when the wrap-up was over, or {@link #NOT_WRAPPED_UP}
 * @param transferredOut whether it ended by a transfer or an escalation
 * @param lost whether nobody told its end: it is in no count of handled legs
 * @param found whether it had been given up for lost, and was found again
 * @param timedOut whether the wrap-up was cut off where it lasted too long
 * @param holds the times on hold; the last one ends at {@link QueueVisit#OPEN} while it lasts
 */
public record HandledLeg(
    String queue,
    String channel,
    @Nullable String agent,
    long offeredAt,
    long answeredAt,
    long endedAt,
    long wrappedUpAt,
    boolean transferredOut,
    boolean lost,
    boolean found,
    boolean timedOut,
    List<Span> holds)
    implements Placed {

  /** No event has told the end of the wrap-up. */
  public static final long NOT_WRAPPED_UP = Long.MIN_VALUE;

  static HandledLeg begun(QueueVisit visit, @Nullable String agent, long at) {
    return begun(visit.queue(), visit.channel(), agent, visit.begin(), at);
  }

  static HandledLeg begun(
      String queue, String channel, @Nullable String agent, long offeredAt, long at) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        at,
        QueueVisit.OPEN,
        NOT_WRAPPED_UP,
        false,
        false,
        false,
        false,
        List.of());
  }

  HandledLeg ended(long at, boolean byTransfer) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        at,
        wrappedUpAt,
        byTransfer,
        false,
        found,
        timedOut,
        onHold() ? resumed(at).holds : holds);
  }

  HandledLeg wrappedUp(Moment moment) {
    long at = moment.wrapUpOver(endedAt);
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        endedAt,
        at,
        transferredOut,
        lost,
        found,
        at < moment.at(),
        holds);
  }

  HandledLeg held(long at) {
    List<Span> more = new ArrayList<>(holds);
    more.add(new Span(at, QueueVisit.OPEN));
    return holding(more);
  }

  HandledLeg resumed(long at) {
    List<Span> more = new ArrayList<>(holds);
    more.add(new Span(more.remove(more.size() - 1).from(), at));
    return holding(more);
  }

  /** The same leg, of a visit whose queue and begin have become known after the answer. */
  HandledLeg offered(String queue, long offeredAt) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        endedAt,
        wrappedUpAt,
        transferredOut,
        lost,
        found,
        timedOut,
        holds);
  }

  HandledLeg on(String channel) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        endedAt,
        wrappedUpAt,
        transferredOut,
        lost,
        found,
        timedOut,
        holds);
  }

  private HandledLeg holding(List<Span> holds) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        endedAt,
        wrappedUpAt,
        transferredOut,
        lost,
        found,
        timedOut,
        List.copyOf(holds));
  }

  /** The same leg, whose end nobody told. */
  HandledLeg lost(long at) {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        at,
        wrappedUpAt,
        false,
        true,
        found,
        timedOut,
        holds);
  }

  /** The same leg, which goes on after all. */
  HandledLeg foundAgain() {
    return new HandledLeg(
        queue,
        channel,
        agent,
        offeredAt,
        answeredAt,
        QueueVisit.OPEN,
        NOT_WRAPPED_UP,
        false,
        false,
        true,
        false,
        holds);
  }

  /** Whether the agent is still with the customer. */
  public boolean inProgress() {
    return endedAt == QueueVisit.OPEN;
  }

  boolean onHold() {
    return !holds.isEmpty() && holds.get(holds.size() - 1).to() == QueueVisit.OPEN;
  }

  /** Answered to ended, less hold, in microseconds. */
  public long talk() {
    return endedAt - answeredAt - hold();
  }

  /** Sum of the times on hold, in microseconds. */
  public long hold() {
    long sum = 0;
    for (Span hold : holds) {
      sum += hold.to() - hold.from();
    }
    return sum;
  }

  /** Ended to wrapped up, in microseconds; 0 while no event has told the end of the wrap-up. */
  public long wrapUp() {
    return wrappedUpAt == NOT_WRAPPED_UP ? 0 : wrappedUpAt - endedAt;
  }

  /** Whether an event told the end of the wrap-up. */
  public boolean wrapUpTold() {
    return wrappedUpAt != NOT_WRAPPED_UP;
  }

  /** Whether that agent may be the one who serves: it is, or one of the two is not known. */
  boolean mayBeOf(@Nullable String other) {
    return agent == null || other == null || agent.equals(other);
  }

  /** From the answer to the end of the conversation. */
  public Span service() {
    return new Span(answeredAt, endedAt);
  }

  /** From the end of the conversation to the end of the wrap-up. */
  public Span afterwards() {
    return new Span(endedAt, completedAt());
  }

  /** When the leg was complete: wrapped up, or ended while no wrap-up is known. */
  public long completedAt() {
    return wrappedUpAt == NOT_WRAPPED_UP ? endedAt : wrappedUpAt;
  }
}
