// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.List;

/**
 * A contact as a whole, over all its visits and legs. Belongs to the queue in which it was offered
 * first, for good: whatever is told of it later corrects the figures of that queue.
 *
 * @param arrivedAt when it was first offered to a queue; when it began, if it never was; in
 *     microseconds
 * @param begunAt its first event, in microseconds; when it was first offered, where only a
 *     platform's list told of it
 * @param endedAt when it was over for the first time: ended, given up, contained or resolved; or
 *     {@link QueueVisit#OPEN}
 * @param resolvedAt when the customer's issue was settled; open again after a reopening
 * @param containedAt when self-service or a bot had finished it without a person; likewise
 * @param escalatedAt when it was first escalated
 * @param dueSince since when the customer waits for an answer, or {@link QueueVisit#OPEN} when
 *     nobody does
 * @param responses what became of each question, in order: the first, and one for each reopening
 * @param settled whether nothing more is expected of it, resolved or not
 */
public record ContactCourse(
    String queue,
    String channel,
    long arrivedAt,
    long begunAt,
    long endedAt,
    long resolvedAt,
    long containedAt,
    long escalatedAt,
    long dueSince,
    List<Response> responses,
    boolean settled)
    implements Placed {

  /** When it was resolved, or contained; {@link QueueVisit#OPEN} while that is to be expected. */
  public long closedAt() {
    return Math.min(resolvedAt, containedAt);
  }

  /** Whether a resolution is still to be expected. */
  public boolean unresolved() {
    return !settled && resolvedAt == QueueVisit.OPEN && Channels.asynchronous(channel);
  }

  /** The same, of which nothing more is expected. */
  public ContactCourse asSettled() {
    return new ContactCourse(
        queue,
        channel,
        arrivedAt,
        begunAt,
        endedAt,
        resolvedAt,
        containedAt,
        escalatedAt,
        dueSince,
        responses,
        true);
  }
}
