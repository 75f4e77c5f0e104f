// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static io.tideboard.events.EventField.*;

import io.tideboard.events.InteractionChange.Abandoned;
import io.tideboard.events.InteractionChange.Answered;
import io.tideboard.events.InteractionChange.CallbackRequested;
import io.tideboard.events.InteractionChange.Contained;
import io.tideboard.events.InteractionChange.Created;
import io.tideboard.events.InteractionChange.Declined;
import io.tideboard.events.InteractionChange.Dequeued;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Escalated;
import io.tideboard.events.InteractionChange.Feedback;
import io.tideboard.events.InteractionChange.Held;
import io.tideboard.events.InteractionChange.Message;
import io.tideboard.events.InteractionChange.Offered;
import io.tideboard.events.InteractionChange.Queued;
import io.tideboard.events.InteractionChange.Reopened;
import io.tideboard.events.InteractionChange.Resolved;
import io.tideboard.events.InteractionChange.Resumed;
import io.tideboard.events.InteractionChange.Transferred;
import io.tideboard.events.InteractionChange.WrappedUp;
import org.jspecify.annotations.Nullable;

/** Makes the event of a draft's type out of the draft's fields. */
final class DraftedEvent {

  private final EventDraft draft;
  private final EventType type;

  DraftedEvent(EventDraft draft, EventType type) {
    this.draft = draft;
    this.type = type;
  }

  Event event() {
    EventHeader header =
        new EventHeader(draft.neededText(ID), draft.neededText(SOURCE), draft.neededTime(TIME));
    return switch (type) {
      case AGENT_STATE ->
          new AgentStateChanged(
              header,
              draft.neededText(AGENT),
              draft.neededChoice(STATE, AgentState.class),
              draft.text(REASON),
              draft.list(QUEUES),
              draft.map(CAPACITY));
      case QUEUE_SNAPSHOT -> {
        draft.needed(WAITING);
        yield new QueueSnapshot(header, draft.neededText(QUEUE), draft.list(WAITING));
      }
      case AGENT_SNAPSHOT -> {
        draft.needed(AGENTS);
        yield new AgentSnapshot(header, draft.list(AGENTS));
      }
      case SOURCE_RESTARTED -> new SourceRestarted(header);
      case SCHEDULE_PUBLISHED ->
          new SchedulePublished(
              header,
              draft.neededText(QUEUE),
              draft.neededTime(INTERVAL),
              (Integer) draft.needed(MINUTES),
              (Integer) draft.needed(PLANNED_AGENTS));
      default -> new InteractionEvent(header, contact(), change());
    };
  }

  private Contact contact() {
    return new Contact(
        draft.neededText(INTERACTION),
        draft.choice(CHANNEL, Channel.class),
        draft.text(QUEUE),
        draft.text(AGENT),
        draft.text(CUSTOMER),
        or(draft.choice(DIRECTION, Direction.class), Direction.INBOUND),
        or(draft.choice(INITIATIVE, Initiative.class), Initiative.REACTIVE),
        draft.map(ATTRIBUTES));
  }

  private InteractionChange change() {
    return switch (type) {
      case INTERACTION_CREATED -> new Created();
      case INTERACTION_QUEUED -> new Queued(draft.whole(PRIORITY));
      case INTERACTION_OFFERED -> new Offered();
      case INTERACTION_DECLINED -> new Declined(reason(DeclineReason.class));
      case INTERACTION_ANSWERED -> new Answered();
      case INTERACTION_HELD -> new Held();
      case INTERACTION_RESUMED -> new Resumed();
      case INTERACTION_MESSAGE -> new Message(draft.neededChoice(AUTHOR, Party.class));
      case INTERACTION_TRANSFERRED -> new Transferred(draft.text(TO_QUEUE), draft.text(TO_AGENT));
      case INTERACTION_ESCALATED -> new Escalated(draft.text(TO_QUEUE), draft.text(REASON));
      case INTERACTION_ABANDONED -> new Abandoned();
      case INTERACTION_DEQUEUED -> new Dequeued(reason(DequeueReason.class));
      case INTERACTION_CALLBACK_REQUESTED -> new CallbackRequested();
      case INTERACTION_ENDED -> new Ended(draft.choice(BY, Party.class));
      case INTERACTION_WRAPPED_UP -> new WrappedUp();
      case INTERACTION_RESOLVED -> new Resolved();
      case INTERACTION_REOPENED -> new Reopened();
      case INTERACTION_CONTAINED -> new Contained();
      case INTERACTION_FEEDBACK ->
          new Feedback(
              draft.neededChoice(KIND, FeedbackKind.class),
              (Double) draft.needed(SCORE),
              draft.text(COMMENT),
              draft.number(SENTIMENT));
      default -> throw new IllegalStateException(type + " is of no interaction");
    };
  }

  /** The reasons of some types are a closed list, those of others free text under one name. */
  private <E extends Enum<E> & WireName> E reason(Class<E> closedList) {
    String reason = draft.text(REASON);
    if (reason == null) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, REASON.wire(), null, Spellings.of(closedList).expected());
    }
    return WireName.parse(closedList, REASON.wire(), reason);
  }

  private static <E> E or(@Nullable E value, E otherwise) {
    return value == null ? otherwise : value;
  }
}
