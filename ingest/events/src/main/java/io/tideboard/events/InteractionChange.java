// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What can happen to an interaction. */
public sealed interface InteractionChange {

  /** The type, as named on the wire. */
  EventType type();

  /** Tells {@code out} the fields that this change has beyond the contact's: by default none. */
  default void describe(FieldWriter out) throws IOException {}

  /** The contact began: in an IVR, with a bot, in an inbox. */
  record Created() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_CREATED;
    }
  }

  /** A queue visit begins. The contact names the queue. */
  record Queued(@Nullable Integer priority) implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_QUEUED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      if (priority != null) {
        out.whole(EventField.PRIORITY, priority);
      }
    }
  }

  /** It rings at, or is pushed to, the agent whom the contact names. */
  record Offered() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_OFFERED;
    }
  }

  /** The offer failed; the visit goes on. */
  record Declined(DeclineReason reason) implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_DECLINED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.text(EventField.REASON, reason.wire());
    }
  }

  /** The queue visit ends with service by the agent whom the contact names. */
  record Answered() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_ANSWERED;
    }
  }

  /** The agent put the customer on hold. */
  record Held() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_HELD;
    }
  }

  /** The agent came back from hold. */
  record Resumed() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_RESUMED;
    }
  }

  /** One message of an asynchronous contact, by customer, agent or bot. */
  record Message(Party author) implements InteractionChange {
    public Message {
      if (author == Party.SYSTEM) {
        throw new InvalidEvent(
            ErrorCode.INVALID_VALUE, "author", author.wire(), "one of customer, agent, bot");
      }
    }

    @Override
    public EventType type() {
      return EventType.INTERACTION_MESSAGE;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.choice(EventField.AUTHOR, author);
    }
  }

  /** It leaves the present agent or queue; with {@code toQueue} a new queue visit begins. */
  record Transferred(@Nullable String toQueue, @Nullable String toAgent)
      implements InteractionChange {
    public Transferred {
      toQueue = Limits.optionalText("toQueue", toQueue, Limits.ID);
      toAgent = Limits.optionalText("toAgent", toAgent, Limits.ID);
    }

    @Override
    public EventType type() {
      return EventType.INTERACTION_TRANSFERRED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.optional(EventField.TO_QUEUE, toQueue);
      out.optional(EventField.TO_AGENT, toAgent);
    }
  }

  /** A transfer that counts as an escalation: bot to human, first tier to second. */
  record Escalated(@Nullable String toQueue, @Nullable String reason) implements InteractionChange {
    public Escalated {
      toQueue = Limits.optionalText("toQueue", toQueue, Limits.ID);
      reason = Limits.optionalText("reason", reason, Limits.NAME);
    }

    @Override
    public EventType type() {
      return EventType.INTERACTION_ESCALATED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.optional(EventField.TO_QUEUE, toQueue);
      out.optional(EventField.REASON, reason);
    }
  }

  /** The customer gave up while waiting. */
  record Abandoned() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_ABANDONED;
    }
  }

  /** It left the queue unserved, and not by giving up: a flow-out. */
  record Dequeued(DequeueReason reason) implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_DEQUEUED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.text(EventField.REASON, reason.wire());
    }
  }

  /** The visit ends as a callback, which is not an abandon. */
  record CallbackRequested() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_CALLBACK_REQUESTED;
    }
  }

  /** The conversation is over; wrap-up may follow. */
  record Ended(@Nullable Party by) implements InteractionChange {
    public Ended {
      if (by == Party.BOT) {
        throw new InvalidEvent(
            ErrorCode.INVALID_VALUE, "by", by.wire(), "one of customer, agent, system");
      }
    }

    @Override
    public EventType type() {
      return EventType.INTERACTION_ENDED;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.optional(EventField.BY, by);
    }
  }

  /** After-contact work is over. */
  record WrappedUp() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_WRAPPED_UP;
    }
  }

  /** The customer's issue is settled. */
  record Resolved() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_RESOLVED;
    }
  }

  /** The customer's issue came back. */
  record Reopened() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_REOPENED;
    }
  }

  /** Self-service or a bot finished it without a person. */
  record Contained() implements InteractionChange {
    @Override
    public EventType type() {
      return EventType.INTERACTION_CONTAINED;
    }
  }

  /**
   * The result of a survey or of an analysis.
   *
   * @param score within the range of {@code kind}
   * @param sentiment −1 (negative) to 1 (positive)
   */
  record Feedback(
      FeedbackKind kind, double score, @Nullable String comment, @Nullable Double sentiment)
      implements InteractionChange {
    public Feedback {
      range("score", score, kind.lowest(), kind.highest());
      if (sentiment != null) {
        range("sentiment", sentiment, -1, 1);
      }
      comment = Limits.freeText("comment", comment, Limits.COMMENT);
    }

    @Override
    public EventType type() {
      return EventType.INTERACTION_FEEDBACK;
    }

    @Override
    public void describe(FieldWriter out) throws IOException {
      out.choice(EventField.KIND, kind);
      out.number(EventField.SCORE, score);
      out.optional(EventField.COMMENT, comment);
      if (sentiment != null) {
        out.number(EventField.SENTIMENT, sentiment);
      }
    }

    private static void range(String field, double value, double lowest, double highest) {
      if (!(value >= lowest && value <= highest)) {
        throw new InvalidEvent(
            ErrorCode.INVALID_VALUE,
            field,
            String.valueOf(value),
            "a number from " + lowest + " to " + highest);
      }
    }
  }
}
