// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives up for lost whoever is not heard of for longer than any visit lasts, and takes that back
 * when the next news shows that it was not so.
 */
final class Silence {

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

  private final Story story;
  private final QueueCatalog catalog;
  private @Nullable Instant heard;
  private boolean givenUp;

  Silence(Story story, QueueCatalog catalog) {
    this.story = story;
    this.catalog = catalog;
  }

  void before(InteractionEvent event) {
    Instant at = event.header().occurredAt();
    if (heard != null && !givenUp && at.isAfter(heard.plus(limit()))) {
      givenUp = true;
      if (isOpen()) {
        lose(heard.plus(limit()));
      }
    }
    if (!isNews(event)) {
      return;
    }
    boolean open = !story.waiting().isEmpty() || !story.served().isEmpty();
    if (!open && SIGNS_OF_LIFE.contains(event.type())) {
      find();
    }
    heard = at;
    givenUp = false;
  }

  /** Nothing more will be heard. */
  void forEver() {
    if (heard != null && !givenUp && isOpen()) {
      lose(heard.plus(limit()));
    }
  }

  private boolean isOpen() {
    return !story.waiting().isEmpty() || !story.served().isEmpty() || story.contact.asked() != null;
  }

  /** A customer's message is news only when everything begins with it. */
  private boolean isNews(InteractionEvent event) {
    if (event.change() instanceof InteractionChange.Message message) {
      return message.author() == Party.AGENT || message.author() == Party.CUSTOMER && heard == null;
    }
    return event.type() != EventType.INTERACTION_OFFERED
        && event.type() != EventType.INTERACTION_DECLINED;
  }

  private Duration limit() {
    return catalog.of(story.whereItWasLast()).maxVisit(story.channel);
  }

  private void lose(Instant at) {
    story.waiting().forEach(visit -> visit.end(at, Visit.End.LOST));
    story.served().forEach(leg -> leg.lose(at));
    story.contact.silence(at);
  }

  private void find() {
    List<Leg> legs = story.legs;
    Instant lostVisit = null;
    for (Visit visit : story.visits) {
      if (visit.how == Visit.End.LOST
          && visit.end != null
          && (lostVisit == null || visit.end.isAfter(lostVisit))) {
        lostVisit = visit.end;
      }
    }
    Leg last = legs.isEmpty() ? null : legs.get(legs.size() - 1);
    if (last != null
        && last.lost
        && (lostVisit == null || !Leg.known(last.endedAt).isBefore(lostVisit))) {
      last.goOn();
      return;
    }
    for (Visit visit : story.visits) {
      if (visit.how == Visit.End.LOST && visit.end != null && visit.end.equals(lostVisit)) {
        visit.goOn();
      }
    }
  }
}
