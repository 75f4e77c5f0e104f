// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.EventType;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is concluded where events are missing: whoever is not heard of any more is lost, and whoever
 * is heard of again was not. Nobody waits for ever.
 */
final class Repair {

  /** News that show that a contact was there all the time. */
  private static final Set<EventType> SIGNS_OF_LIFE =
      EnumSet.of(
          EventType.INTERACTION_ANSWERED,
          EventType.INTERACTION_HELD,
          EventType.INTERACTION_RESUMED,
          EventType.INTERACTION_TRANSFERRED,
          EventType.INTERACTION_ESCALATED,
          EventType.INTERACTION_ABANDONED,
          EventType.INTERACTION_DEQUEUED,
          EventType.INTERACTION_CALLBACK_REQUESTED,
          EventType.INTERACTION_ENDED,
          EventType.INTERACTION_WRAPPED_UP);

  private Repair() {}

  /** What a repair leads to. */
  static Picture then(Picture picture, Moment repair) {
    String queue = repair.queue();
    if (queue == null) {
      return lost(
          picture,
          visit -> true,
          repair.at(),
          repair.isExpiry() ? Outcome.LOST_TO_MAX_VISIT : Outcome.LOST_TO_RESTART);
    }
    return repair.isSighting()
        ? seen(picture, queue, repair.since())
        : lost(picture, unlisted(queue, repair.at()), repair.at(), Outcome.LOST_TO_SNAPSHOT);
  }

  private static Predicate<QueueVisit> unlisted(String queue, long at) {
    return visit -> visit.queue().equals(queue) && visit.begin() <= at - Moment.LIST_GRACE;
  }

  private static Picture lost(Picture picture, Predicate<QueueVisit> meant, long at, Outcome how) {
    Picture next = picture;
    for (int i = 0; i < next.visits().size(); i++) {
      QueueVisit visit = next.visits().get(i);
      if (visit.waiting() && meant.test(visit)) {
        next = next.replaced(i, visit.ended(at, how));
      }
    }
    int leg = next.legInProgress();
    return how != Outcome.LOST_TO_SNAPSHOT && leg >= 0
        ? next.replaced(leg, next.legs().get(leg).lost(at))
        : next;
  }

  /** On the list: waits, whether or not anybody told that it joined. */
  private static Picture seen(Picture picture, String queue, long since) {
    if (picture.waitingIn(queue) >= 0) {
      return picture;
    }
    int last = picture.visits().size() - 1;
    for (int i = last; i >= 0; i--) {
      QueueVisit visit = picture.visits().get(i);
      if (visit.queue().equals(queue) && visit.end() >= since) {
        // It was there, and was lost or has left since: lists lag behind events.
        return visit.outcome().lost() && i == last && picture.legInProgress() < 0
            ? picture.replaced(i, visit.foundAgain())
            : picture;
      }
    }
    return picture.with(QueueVisit.listed(queue, picture.channelOrUnknown(), since));
  }

  /** Before news of the contact itself: it was not lost if it is heard of. */
  static Picture beforeNews(Picture picture, Moment news) {
    boolean open = picture.waits() || picture.legInProgress() >= 0;
    return open || !SIGNS_OF_LIFE.contains(news.type()) ? picture : found(picture);
  }

  private static Picture found(Picture picture) {
    long lostAt = Long.MIN_VALUE;
    for (QueueVisit visit : picture.visits()) {
      lostAt = visit.outcome().lost() ? Math.max(lostAt, visit.end()) : lostAt;
    }
    int last = picture.legs().size() - 1;
    boolean legLost = last >= 0 && picture.legs().get(last).lost();
    if (legLost && picture.legs().get(last).endedAt() >= lostAt) {
      return picture.replaced(last, picture.legs().get(last).foundAgain());
    }
    Picture next = picture;
    for (int i = 0; i < next.visits().size(); i++) {
      QueueVisit visit = next.visits().get(i);
      if (visit.outcome().lost() && visit.end() == lostAt) {
        next = next.replaced(i, visit.foundAgain());
      }
    }
    return next;
  }
}
