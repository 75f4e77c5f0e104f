// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact over all its visits and legs, as the oracle sees it. */
final class WholeContact {

  /** A question and its first answer, or the end of the contact without one. */
  record Answered(Instant asked, Instant answered, boolean given) {
    Duration time() {
      return Duration.between(asked, answered);
    }
  }

  /** What the customer gave, and about whose service. */
  record Given(String queue, Instant at, InteractionChange.Feedback feedback) {}

  private static final Set<String> SPOKEN = Set.of("voice", "video", "in_person", Story.UNKNOWN);

  /** Set by whoever knows its visits. */
  String queue = Story.UNKNOWN;

  /** When it was first offered to a queue; likewise. */
  @Nullable Instant offered;

  @Nullable Instant begun;
  @Nullable Instant ended;
  @Nullable Instant resolved;
  @Nullable Instant contained;
  @Nullable Instant escalated;

  /** Whose it is, and what it is about; null where nobody told. */
  @Nullable String customer;

  @Nullable String topic;

  /** Whether the customer came again about the same. */
  boolean cameAgain;

  final List<Answered> answers = new ArrayList<>();
  final List<Given> scores = new ArrayList<>();

  private final boolean pickingUpIsAnAnswer;
  private @Nullable Instant createdOrQueued;
  private @Nullable Instant question;
  private boolean waitsForAnswer = true;

  WholeContact(String channel, boolean hasMessages) {
    pickingUpIsAnAnswer = SPOKEN.contains(channel) || !hasMessages;
  }

  void next(InteractionEvent event, String queueNow) {
    Instant at = event.header().occurredAt();
    EventType type = event.type();
    InteractionChange change = event.change();
    Party author = change instanceof InteractionChange.Message message ? message.author() : null;
    if (type == EventType.INTERACTION_OFFERED
        || type == EventType.INTERACTION_DECLINED
        || author == Party.BOT) {
      return;
    }
    begun = begun == null ? at : begun;
    boolean over =
        Set.of(
                EventType.INTERACTION_ENDED,
                EventType.INTERACTION_ABANDONED,
                EventType.INTERACTION_CONTAINED,
                EventType.INTERACTION_RESOLVED)
            .contains(type);
    ended = over && ended == null ? at : ended;
    settledIf(over, at, false);
    switch (type) {
      case INTERACTION_CREATED, INTERACTION_QUEUED ->
          createdOrQueued = createdOrQueued == null ? at : createdOrQueued;
      case INTERACTION_CONTAINED -> contained = contained == null ? at : contained;
      case INTERACTION_ESCALATED -> escalated = escalated == null ? at : escalated;
      case INTERACTION_RESOLVED -> resolved = resolved == null ? at : resolved;
      case INTERACTION_REOPENED -> {
        resolved = null;
        contained = null;
        if (!waitsForAnswer) {
          waitsForAnswer = true;
          question = at;
        }
      }
      case INTERACTION_ANSWERED -> settledIf(pickingUpIsAnAnswer, at, true);
      case INTERACTION_MESSAGE -> {
        question = author == Party.CUSTOMER && question == null ? at : question;
        settledIf(author == Party.AGENT, at, true);
      }
      default -> {}
    }
    if (change instanceof InteractionChange.Feedback feedback) {
      scores.add(new Given(queueNow, at, feedback));
    }
  }

  /** Nothing was heard for longer than any visit lasts. */
  void silence(Instant at) {
    settledIf(true, at, false);
  }

  private void settledIf(boolean settles, Instant at, boolean given) {
    Instant asked = asked();
    if (settles && asked != null) {
      answers.add(new Answered(asked, at, given));
      waitsForAnswer = false;
    }
  }

  /** Since when somebody waits for an answer, or null. */
  @Nullable Instant asked() {
    return !waitsForAnswer ? null : question != null ? question : createdOrQueued;
  }

  /** When it was first offered to a queue; when it began, if it never was. */
  @Nullable Instant arrived() {
    return offered == null ? begun : offered;
  }

  /** Whether it was offered to a queue, or is over. */
  boolean isTold() {
    return begun != null && (ended != null || !queue.equals(Story.UNKNOWN));
  }
}
