// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.Channel;
import io.tideboard.events.DeclineReason;
import io.tideboard.events.Direction;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.Party;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket or conversation to which something has happened: each method tells a part of it, and
 * {@link #events()} is all that was told. What the package's documentation says of desks is said
 * here in events. Not for several threads.
 */
public final class DeskCase {

  private final Fact fact;
  private final Map<EventField, Object> known = new EnumMap<>(EventField.class);
  private final List<Event> events = new ArrayList<>();

  /** What that fact tells of that interaction. */
  public DeskCase(Fact fact, String interaction) {
    this.fact = fact;
    known.put(EventField.INTERACTION, interaction);
  }

  /** Names what every event tells alongside; null is not told. */
  public DeskCase with(EventField field, @Nullable Object value) {
    if (value != null) {
      known.put(field, value);
    }
    return this;
  }

  /** The medium; null is not told. */
  public DeskCase on(@Nullable Channel channel) {
    return with(EventField.CHANNEL, channel);
  }

  /** An agent wrote first, so that nobody waits. */
  public DeskCase outbound(boolean outbound) {
    return with(EventField.DIRECTION, outbound ? Direction.OUTBOUND : null);
  }

  /** It began. */
  public DeskCase created() {
    return tell(EventType.INTERACTION_CREATED);
  }

  /** The customer waits in that line from now on. */
  public DeskCase waitsIn(String queue) {
    return tell(EventType.INTERACTION_QUEUED, EventField.QUEUE, queue);
  }

  /** It was assigned to an agent, who has not replied yet; nothing when there is none. */
  public DeskCase offeredTo(@Nullable String agent) {
    return agent == null ? this : tell(EventType.INTERACTION_OFFERED, EventField.AGENT, agent);
  }

  /** The agent to whom it was offered did not take it. */
  public DeskCase declined(String agent, DeclineReason reason) {
    events.add(
        draft(EventType.INTERACTION_DECLINED)
            .set(EventField.AGENT, agent)
            .set(EventField.REASON, reason.wire())
            .build());
    return this;
  }

  /** An agent serves it; nothing when there is none. */
  public DeskCase answeredBy(@Nullable String agent) {
    return agent == null ? this : tell(EventType.INTERACTION_ANSWERED, EventField.AGENT, agent);
  }

  /** Somebody wrote; the agent is who wrote when an agent did. */
  public DeskCase message(Party author, @Nullable String agent) {
    events.add(
        draft(EventType.INTERACTION_MESSAGE)
            .set(EventField.AUTHOR, author)
            .set(EventField.AGENT, agent)
            .build());
    return this;
  }

  /** It left its agent or line, and waits in that line. */
  public DeskCase movedTo(String queue) {
    return tell(EventType.INTERACTION_TRANSFERRED, EventField.TO_QUEUE, queue);
  }

  /** A bot gave it to people: it waits in that line. */
  public DeskCase escalatedTo(String queue) {
    events.add(
        draft(EventType.INTERACTION_ESCALATED)
            .set(EventField.TO_QUEUE, queue)
            .set(EventField.REASON, "bot_handoff")
            .build());
    return this;
  }

  /** The agent put it aside. */
  public DeskCase held() {
    return tell(EventType.INTERACTION_HELD);
  }

  /** It was taken up again. */
  public DeskCase resumed() {
    return tell(EventType.INTERACTION_RESUMED);
  }

  /**
   * It is settled.
   *
   * @param by who settled it
   * @param servedBy the agent who has thereby served the customer, if one has
   */
  public DeskCase settled(Party by, @Nullable String servedBy) {
    return answeredBy(servedBy).over(by).tell(EventType.INTERACTION_RESOLVED);
  }

  /** A bot has settled it, and no agent ever replied. */
  public DeskCase contained() {
    return over(Party.SYSTEM)
        .tell(EventType.INTERACTION_RESOLVED)
        .tell(EventType.INTERACTION_CONTAINED);
  }

  /** It is over, but not settled: deleted, merged into another, or spam. */
  public DeskCase over(Party by) {
    return tell(EventType.INTERACTION_ENDED, EventField.BY, by)
        .tell(EventType.INTERACTION_WRAPPED_UP);
  }

  /** What was settled is not. */
  public DeskCase reopened() {
    return tell(EventType.INTERACTION_REOPENED);
  }

  /** After-contact work is over. */
  public DeskCase wrappedUpBy(String agent) {
    return tell(EventType.INTERACTION_WRAPPED_UP, EventField.AGENT, agent);
  }

  /**
   * The customer rated it, from 1 to 5.
   *
   * @param comment the customer's words; null when there are none
   */
  public DeskCase rated(double score, @Nullable String comment, @Nullable String agent) {
    events.add(
        draft(EventType.INTERACTION_FEEDBACK)
            .set(EventField.KIND, FeedbackKind.CSAT)
            .set(EventField.SCORE, score)
            .set(EventField.COMMENT, Words.comment(comment))
            .set(EventField.AGENT, agent)
            .build());
    return this;
  }

  /** Everything told so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  private DeskCase tell(EventType type) {
    events.add(draft(type).build());
    return this;
  }

  private DeskCase tell(EventType type, EventField field, Object value) {
    events.add(draft(type).set(field, value).build());
    return this;
  }

  private EventDraft draft(EventType type) {
    EventDraft draft = fact.draft(type);
    known.forEach(draft::set);
    return draft;
  }
}
