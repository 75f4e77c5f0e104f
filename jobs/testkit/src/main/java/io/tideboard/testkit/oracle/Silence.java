// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives up for lost whoever is not heard of for longer than any visit lasts, whom the platform's
 * list does not name and what a restarted platform forgot, and takes that back when the next news
 * shows that it was not so.
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

  /** A list knows nothing of what is newer than so long before it. */
  private static final Duration BEHIND = Duration.ofSeconds(2);

  private final Story story;
  private final QueueCatalog catalog;
  private final ArrayDeque<Event> ofPlatforms;
  private @Nullable Instant heard;
  private boolean givenUp;

  Silence(Story story, List<Event> ofPlatforms, QueueCatalog catalog) {
    this.story = story;
    this.catalog = catalog;
    this.ofPlatforms = new ArrayDeque<>(ofPlatforms);
  }

  void before(InteractionEvent event) {
    Instant at = event.header().occurredAt();
    while (!ofPlatforms.isEmpty() && ofPlatforms.peek().header().occurredAt().isBefore(at)) {
      platform(ofPlatforms.remove());
    }
    giveUpBefore(at);
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
    ofPlatforms.forEach(this::platform);
    giveUpBefore(Instant.MAX);
  }

  private void giveUpBefore(Instant at) {
    if (heard != null && !givenUp && at.isAfter(heard.plus(limit()))) {
      givenUp = true;
      if (isOpen()) {
        lose(heard.plus(limit()), Visit.Cause.SILENCE);
        story.contact.silence(heard.plus(limit()));
      }
    }
  }

  private void platform(Event told) {
    Instant at = told.header().occurredAt();
    giveUpBefore(at);
    if (told instanceof SourceRestarted) {
      lose(at, Visit.Cause.RESTART);
    } else if (told instanceof QueueSnapshot list) {
      list.waiting().stream()
          .filter(each -> each.interaction().equals(story.interaction))
          .findFirst()
          .ifPresentOrElse(
              each -> listed(list.queue(), each.since(), at), () -> missing(list.queue(), at));
    }
  }

  private void listed(String queue, Instant since, Instant at) {
    if (story.waiting().stream().anyMatch(visit -> visit.queue.equals(queue))) {
      return;
    }
    heard = at;
    givenUp = false;
    List<Visit> visits = story.visits;
    for (int i = visits.size() - 1; i >= 0; i--) {
      Visit visit = visits.get(i);
      if (visit.queue.equals(queue) && visit.end != null && !visit.end.isBefore(since)) {
        boolean last = i == visits.size() - 1;
        if (visit.how == Visit.End.LOST && last && story.served().isEmpty()) {
          visit.goOn();
        }
        return;
      }
    }
    Visit visit = Visit.begun(queue, since);
    visit.listed = true;
    visits.add(visit);
  }

  private void missing(String queue, Instant at) {
    Instant before = at.minus(BEHIND);
    if (heard != null && !heard.isAfter(before)) {
      story.waiting().stream()
          .filter(visit -> visit.queue.equals(queue) && !visit.offeredAt().isAfter(before))
          .forEach(visit -> visit.lose(at, Visit.Cause.NOT_ON_THE_LIST));
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

  private void lose(Instant at, Visit.Cause cause) {
    story.waiting().forEach(visit -> visit.lose(at, cause));
    story.served().forEach(leg -> leg.lose(at));
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
