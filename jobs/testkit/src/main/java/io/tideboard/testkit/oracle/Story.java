// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import io.tideboard.testkit.oracle.Visit.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of one interaction, told once from its first event to its last. Nothing arrives late
 * here, so every rule says what happens next and nothing has to be corrected.
 */
final class Story {

  static final String UNKNOWN = "unknown";

  /** An end stamped at most so long before its own begin is a matter of clocks. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  final String interaction;
  final String channel;
  final List<Visit> visits = new ArrayList<>();
  final List<Leg> legs = new ArrayList<>();
  private boolean onTheWayToAnAgent;

  final WholeContact contact;

  private final Function<String, Duration> maxWrapUp;

  private Story(
      String interaction,
      String channel,
      WholeContact contact,
      Function<String, Duration> maxWrapUp) {
    this.maxWrapUp = maxWrapUp;
    this.contact = contact;
    this.interaction = interaction;
    this.channel = channel;
  }

  /**
   * Tells the story of one interaction's events, each of them once, in any order.
   *
   * @param ofPlatforms lists and restarts, in order
   */
  static Story of(
      String interaction,
      List<InteractionEvent> events,
      List<Event> ofPlatforms,
      QueueCatalog catalog) {
    return told(
        interaction,
        events,
        queue -> catalog.of(queue).maxWrapUp(),
        story -> new Silence(story, ofPlatforms, catalog));
  }

  /** The same as far as it is told: nobody is given up for lost, and nothing is cut off. */
  static Story asTold(String interaction, List<InteractionEvent> events) {
    return told(interaction, events, queue -> Duration.ofDays(36_500), null);
  }

  private static Story told(
      String interaction,
      List<InteractionEvent> events,
      Function<String, Duration> maxWrapUp,
      @Nullable Function<Story, Silence> silent) {
    List<InteractionEvent> inOrder =
        events.stream()
            .sorted(
                Comparator.comparing((InteractionEvent e) -> e.header().occurredAt())
                    .thenComparing(e -> e.type().number())
                    .thenComparing(Story::author)
                    .thenComparing(e -> e.header().digest()))
            .toList();
    // Messages and offers tell the channel only where nothing else does.
    String channel =
        Stream.concat(
                inOrder.stream().filter(event -> !inPassing(event)),
                inOrder.stream().filter(Story::inPassing))
            .map(e -> e.contact().channel())
            .filter(Objects::nonNull)
            .map(told -> told.wire())
            .findFirst()
            .orElse(UNKNOWN);
    boolean hasMessages =
        inOrder.stream()
            .map(InteractionEvent::change)
            .anyMatch(
                change ->
                    change instanceof InteractionChange.Message message
                        && message.author() != Party.BOT);
    Story story =
        new Story(interaction, channel, new WholeContact(channel, hasMessages), maxWrapUp);
    for (InteractionEvent event : inOrder) {
      if (story.contact.customer == null && event.contact().customer() != null) {
        story.contact.customer = event.contact().customer();
        story.contact.topic = event.contact().attributes().get("topic");
      }
    }
    Silence silence = silent == null ? null : silent.apply(story);
    for (InteractionEvent event : inOrder) {
      if (silence != null) {
        silence.before(event);
      }
      boolean goesOn = story.onlyAnAgentLeaves(event);
      story.next(event, event.header().occurredAt());
      String told = event.contact().queue();
      if (!goesOn) {
        story.contact.next(event, told == null ? story.whereItWasLast() : told);
      }
    }
    if (silence != null) {
      silence.forEver();
    }
    story.contact.queue = story.whereItCameFirst();
    story.contact.offered = story.whenItCameFirst();
    story.contact.begun = story.contact.begun == null ? story.contact.offered : story.contact.begun;
    return story;
  }

  /** Of messages at the same instant the customer's comes first. */
  private static Party author(InteractionEvent event) {
    return event.change() instanceof InteractionChange.Message message
        ? message.author()
        : Party.CUSTOMER;
  }

  private static boolean inPassing(InteractionEvent event) {
    return event.type() == EventType.INTERACTION_MESSAGE
        || event.type() == EventType.INTERACTION_OFFERED
        || event.type() == EventType.INTERACTION_DECLINED;
  }

  private void next(InteractionEvent event, Instant at) {
    String queue = event.contact().queue();
    InteractionChange change = event.change();
    switch (event.type()) {
      case INTERACTION_QUEUED -> queued(named(queue), at);
      case INTERACTION_ANSWERED -> answered(event.contact(), at);
      case INTERACTION_HELD -> served().forEach(leg -> leg.hold(at));
      case INTERACTION_RESUMED -> served().forEach(leg -> leg.resume(at));
      case INTERACTION_TRANSFERRED, INTERACTION_ESCALATED -> {
        // Who moves a contact on and has left already ends nobody else's service.
        present(event.contact().agent()).forEach(leg -> leg.end(at, true));
        if (change instanceof InteractionChange.Transferred to) {
          movedOn(to.toQueue(), to.toAgent(), at);
        } else if (change instanceof InteractionChange.Escalated to) {
          movedOn(to.toQueue(), null, at);
        }
      }
      case INTERACTION_ABANDONED -> {
        if (waiting().isEmpty()) {
          unseenUnlessSomethingWas(queue, at, End.ABANDONED);
        }
        waiting().forEach(visit -> visit.end(at, End.ABANDONED));
      }
      case INTERACTION_DEQUEUED -> {
        if (waiting().isEmpty()) {
          unseenUnlessSomethingWas(queue, at, End.FLOWED_OUT);
        } else {
          theOneIn(queue).orElse(waiting().get(0)).end(at, End.FLOWED_OUT);
        }
      }
      case INTERACTION_CALLBACK_REQUESTED -> {
        if (waiting().isEmpty()) {
          unseenUnlessSomethingWas(queue, at, End.CALLBACK);
        } else {
          theOneIn(queue).orElse(lastOf(waiting())).end(at, End.CALLBACK);
          waiting().forEach(visit -> visit.end(at, End.FLOWED_OUT));
        }
      }
      case INTERACTION_ENDED -> {
        if (onlyAnAgentLeaves(event)) {
          present(event.contact().agent()).forEach(leg -> leg.end(at, false));
          return;
        }
        onTheWayToAnAgent = false;
        served().forEach(leg -> leg.end(at, false));
        Party by = change instanceof InteractionChange.Ended ended ? ended.by() : null;
        End how = by == null || by == Party.CUSTOMER ? End.ABANDONED : End.FLOWED_OUT;
        waiting().forEach(visit -> visit.end(at, how));
      }
      case INTERACTION_WRAPPED_UP ->
          wrappedUp(event.contact().agent(), at, maxWrapUp.apply(named(queue)));
      default -> {}
    }
  }

  /** A wait begins, unless it is on already; it may have ended just before by another clock. */
  private void queued(String queue, Instant at) {
    if (theOneIn(queue).isPresent()) {
      return;
    }
    if (!visits.isEmpty() && endedJustBefore(lastOf(visits), queue, at)) {
      Visit visit = lastOf(visits);
      for (Leg leg : legs) {
        if (leg.answeredAt.equals(visit.end) && leg.queue.equals(visit.queue)) {
          leg.queue = queue;
          leg.offeredAt = at;
        }
      }
      visit.queue = queue;
      visit.begin = at;
      return;
    }
    onTheWayToAnAgent = false;
    visits.add(Visit.begun(queue, at));
  }

  private static boolean endedJustBefore(Visit visit, String queue, Instant at) {
    return visit.begin == null
        && visit.end != null
        && (visit.queue.equals(queue) || visit.queue.equals(UNKNOWN))
        && !at.isAfter(visit.end.plus(SKEW));
  }

  private void answered(Contact contact, Instant at) {
    String agent = contact.agent();
    if (waiting().isEmpty()) {
      answeredOutOfNoQueue(contact, at);
      return;
    }
    served().forEach(leg -> leg.end(at, true));
    Optional<Visit> named = theOneIn(contact.queue());
    Visit visit;
    if (contact.queue() == null) {
      visit = lastOf(waiting());
      visit.end(at, End.ANSWERED);
    } else if (named.isPresent()) {
      visit = named.get();
      visit.end(at, End.ANSWERED);
    } else {
      visit = Visit.endedUnseen(contact.queue(), at, End.ANSWERED);
      visits.add(visit);
    }
    waiting().forEach(other -> other.end(at, End.FLOWED_OUT));
    legs.add(new Leg(visit.queue, agent, visit.offeredAt(), at));
    onTheWayToAnAgent = false;
  }

  private void answeredOutOfNoQueue(Contact contact, Instant at) {
    String agent = contact.agent();
    if (!served().isEmpty()) {
      Leg leg = lastOf(served());
      if (agent != null && !agent.equals(leg.agent)) {
        leg.end(at, true);
        legs.add(new Leg(leg.queue, agent, leg.offeredAt, at));
        onTheWayToAnAgent = false;
      }
      return;
    }
    String queue = contact.queue() == null ? whereItWasLast() : contact.queue();
    if (!onTheWayToAnAgent && contact.direction() != Direction.OUTBOUND) {
      visits.add(Visit.endedUnseen(queue, at, End.ANSWERED));
    }
    legs.add(new Leg(queue, agent, at, at));
    onTheWayToAnAgent = false;
  }

  private void movedOn(@Nullable String toQueue, @Nullable String toAgent, Instant at) {
    Optional<Visit> alreadyThere = theOneIn(toQueue);
    waiting().stream()
        .filter(visit -> visit != alreadyThere.orElse(null))
        .forEach(visit -> visit.end(at, End.FLOWED_OUT));
    onTheWayToAnAgent = toQueue == null && toAgent != null;
    if (toQueue != null) {
      Visit visit = alreadyThere.orElseGet(() -> Visit.begun(toQueue, at));
      visit.transferredIn = true;
      if (alreadyThere.isEmpty()) {
        visits.add(visit);
      }
    }
  }

  /** The latest leg of that agent, or of anybody, whose wrap-up is not over. */
  private void wrappedUp(@Nullable String agent, Instant at, Duration most) {
    List<Leg> candidates =
        legs.stream()
            .filter(leg -> leg.wrappedUpAt == null)
            .filter(leg -> agent == null || agent.equals(leg.agent))
            .toList();
    if (!candidates.isEmpty()) {
      Leg leg = lastOf(candidates);
      if (leg.inProgress()) {
        leg.end(at, false);
      }
      leg.wrapUp(at, most);
    }
  }

  private void unseenUnlessSomethingWas(@Nullable String queue, Instant at, End how) {
    if (visits.isEmpty() && legs.isEmpty()) {
      visits.add(Visit.endedUnseen(named(queue), at, how));
    }
  }

  private String whereItCameFirst() {
    if (!visits.isEmpty()) {
      return visits.get(0).queue;
    }
    return legs.isEmpty() ? UNKNOWN : legs.get(0).queue;
  }

  private @Nullable Instant whenItCameFirst() {
    if (!visits.isEmpty()) {
      return visits.get(0).offeredAt();
    }
    return legs.isEmpty() ? null : legs.get(0).offeredAt;
  }

  String whereItWasLast() {
    if (!legs.isEmpty()) {
      return lastOf(legs).queue;
    }
    return visits.isEmpty() ? UNKNOWN : lastOf(visits).queue;
  }

  List<Visit> waiting() {
    return visits.stream().filter(Visit::waits).toList();
  }

  private Optional<Visit> theOneIn(@Nullable String queue) {
    return waiting().stream().filter(visit -> visit.queue.equals(queue)).findFirst();
  }

  /** Who is with the customer, as far as that agent is meant. */
  private List<Leg> present(@Nullable String agent) {
    return served().stream()
        .filter(leg -> agent == null || leg.agent == null || leg.agent.equals(agent))
        .toList();
  }

  /**
   * Whether an agent who has served goes and the contact goes on: with somebody else, or waiting.
   * Not where the customer is said to have gone.
   */
  boolean onlyAnAgentLeaves(InteractionEvent event) {
    String agent = event.contact().agent();
    if (agent == null
        || !(event.change() instanceof InteractionChange.Ended ended)
        || ended.by() == Party.CUSTOMER) {
      return false;
    }
    boolean hasServed = legs.stream().anyMatch(leg -> agent.equals(leg.agent));
    boolean anotherServes = !served().isEmpty() && present(agent).isEmpty();
    return hasServed && (anotherServes || !waiting().isEmpty());
  }

  List<Leg> served() {
    return legs.stream().filter(Leg::inProgress).toList();
  }

  private static String named(@Nullable String queue) {
    return queue == null ? UNKNOWN : queue;
  }

  private static <T> T lastOf(List<T> list) {
    return list.get(list.size() - 1);
  }
}
