// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Channel;
import io.tideboard.events.DeclineReason;
import io.tideboard.events.DequeueReason;
import io.tideboard.events.Event;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scene at the counter, told contact by contact:
 *
 * <pre>{@code
 * Timeline.at("2026-03-02T09:00:00Z").queue("sales").voice()
 *     .contact("c1").queued().after("12s").answeredBy("ada").after("3m").ended()
 *     .contact("c2").after("5s").queued().after("40s").abandoned()
 *     .events();
 * }</pre>
 *
 * <p>Each contact has its own clock, which starts with the scene and which {@link #after} moves on;
 * coming back to a contact goes on where it was left. Queue and channel hold until others are
 * named.
 */
public final class Timeline {

  private final Instant start;
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private final List<Event> told = new ArrayList<>();
  private String queue = "sales";
  private Channel channel = Channel.VOICE;
  private @Nullable Caller present;

  private Timeline(Instant start) {
    this.start = start;
  }

  /** A scene that starts at that instant, RFC 3339. */
  public static Timeline at(String start) {
    return new Timeline(Instant.parse(start));
  }

  /** From here on contacts join that queue. */
  public Timeline queue(String name) {
    queue = name;
    return this;
  }

  /** Contacts that appear from here on call. */
  public Timeline voice() {
    return on(Channel.VOICE);
  }

  /** Contacts that appear from here on chat. */
  public Timeline chat() {
    return on(Channel.CHAT);
  }

  /** Contacts that appear from here on come by that channel. */
  public Timeline on(Channel other) {
    channel = other;
    return this;
  }

  /** What follows happens to that contact. */
  public Timeline contact(String interaction) {
    present = callers.computeIfAbsent(interaction, id -> new Caller(id, channel, start));
    return this;
  }

  /** The present contact is one that the company reached out to. */
  public Timeline outbound() {
    caller().outbound();
    return this;
  }

  /** So much later, such as {@code 12s} or {@code 3m20s}. */
  public Timeline after(String duration) {
    return after(Durations.parse(duration));
  }

  /** So much later. */
  public Timeline after(Duration duration) {
    caller().now = caller().now.plus(duration);
    return this;
  }

  /** So long after the scene's start, whatever happened to the contact before. */
  public Timeline atPlus(String duration) {
    caller().now = start.plus(Durations.parse(duration));
    return this;
  }

  public Timeline created() {
    return tell(new InteractionChange.Created(), null, null);
  }

  public Timeline queued() {
    return queued(queue);
  }

  public Timeline queued(String name) {
    return tell(new InteractionChange.Queued(null), name, null);
  }

  public Timeline offeredTo(String agent) {
    return tell(new InteractionChange.Offered(), null, agent);
  }

  public Timeline declinedBy(String agent) {
    return tell(new InteractionChange.Declined(DeclineReason.NO_ANSWER), null, agent);
  }

  public Timeline answeredBy(String agent) {
    return tell(new InteractionChange.Answered(), null, agent);
  }

  /** Answered out of that queue, where the contact may wait in several. */
  public Timeline answeredBy(String agent, String outOfQueue) {
    return tell(new InteractionChange.Answered(), outOfQueue, agent);
  }

  public Timeline held() {
    return tell(new InteractionChange.Held(), null, null);
  }

  public Timeline resumed() {
    return tell(new InteractionChange.Resumed(), null, null);
  }

  public Timeline message(Party author) {
    return tell(new InteractionChange.Message(author), null, null);
  }

  public Timeline transferredTo(String toQueue) {
    return tell(new InteractionChange.Transferred(toQueue, null), null, null);
  }

  public Timeline transferredToAgent(String toAgent) {
    return tell(new InteractionChange.Transferred(null, toAgent), null, null);
  }

  public Timeline escalatedTo(String toQueue) {
    return tell(new InteractionChange.Escalated(toQueue, null), null, null);
  }

  public Timeline abandoned() {
    return tell(new InteractionChange.Abandoned(), null, null);
  }

  public Timeline dequeued() {
    return tell(new InteractionChange.Dequeued(DequeueReason.OVERFLOW), null, null);
  }

  public Timeline dequeuedFrom(String name) {
    return tell(new InteractionChange.Dequeued(DequeueReason.OVERFLOW), name, null);
  }

  public Timeline callbackRequested() {
    return tell(new InteractionChange.CallbackRequested(), null, null);
  }

  public Timeline ended() {
    return tell(new InteractionChange.Ended(null), null, null);
  }

  public Timeline endedBy(Party party) {
    return tell(new InteractionChange.Ended(party), null, null);
  }

  public Timeline wrappedUp() {
    return tell(new InteractionChange.WrappedUp(), null, null);
  }

  public Timeline wrappedUpBy(String agent) {
    return tell(new InteractionChange.WrappedUp(), null, agent);
  }

  public Timeline resolved() {
    return tell(new InteractionChange.Resolved(), null, null);
  }

  public Timeline reopened() {
    return tell(new InteractionChange.Reopened(), null, null);
  }

  public Timeline contained() {
    return tell(new InteractionChange.Contained(), null, null);
  }

  /** A survey's result. */
  public Timeline feedback(FeedbackKind kind, double score) {
    return tell(new InteractionChange.Feedback(kind, score, null, null), null, null);
  }

  /** The event told last arrives a second time. */
  public Timeline twice() {
    told.add(told.get(told.size() - 1));
    return this;
  }

  /** Everything that happened, in order of time; what happened at once, as it was told. */
  public List<Event> events() {
    return told.stream().sorted(Comparator.comparing(e -> e.header().occurredAt())).toList();
  }

  private Timeline tell(
      InteractionChange change, @Nullable String inQueue, @Nullable String agent) {
    told.add(caller().event(change, inQueue, agent));
    return this;
  }

  private Caller caller() {
    if (present == null) {
      throw new IllegalStateException("no contact yet: expected contact(...) before what it does");
    }
    return present;
  }
}
