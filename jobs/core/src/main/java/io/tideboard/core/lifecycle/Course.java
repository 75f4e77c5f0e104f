// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import static io.tideboard.core.lifecycle.QueueVisit.OPEN;

import io.tideboard.events.EventType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a contact as a whole has come: what follows from its moments and messages, taken in
 * order. Never changed once it is handed out.
 */
final class Course {

  static final Course BLANK = new Course();

  /** What brings a contact as a whole further. */
  private static final Set<EventType> STEPS =
      EnumSet.of(
          EventType.INTERACTION_CREATED,
          EventType.INTERACTION_QUEUED,
          EventType.INTERACTION_ANSWERED,
          EventType.INTERACTION_ENDED,
          EventType.INTERACTION_ABANDONED,
          EventType.INTERACTION_CONTAINED,
          EventType.INTERACTION_ESCALATED,
          EventType.INTERACTION_RESOLVED,
          EventType.INTERACTION_REOPENED);

  private long begunAt = OPEN;
  private long endedAt = OPEN;
  private long resolvedAt = OPEN;
  private long containedAt = OPEN;
  private long escalatedAt = OPEN;

  /** When it was created or queued, whichever came first. */
  private long since = OPEN;

  /** When a message or a reopening asked what waits for its answer. */
  private long askedAt = OPEN;

  /** Whether nobody waits for an answer. */
  private boolean answered;

  private List<Response> responses = List.of();

  private Course() {}

  private Course begunBy(long at) {
    Course copy = new Course();
    copy.begunAt = Math.min(begunAt, at);
    copy.endedAt = endedAt;
    copy.resolvedAt = resolvedAt;
    copy.containedAt = containedAt;
    copy.escalatedAt = escalatedAt;
    copy.since = since;
    copy.askedAt = askedAt;
    copy.answered = answered;
    copy.responses = responses;
    return copy;
  }

  /**
   * What comes of one more moment.
   *
   * @param answerResponds whether an agent's picking up is a response
   */
  Course then(Moment moment, boolean answerResponds) {
    if (begunAt != OPEN && !STEPS.contains(moment.type())) {
      return this;
    }
    Course next = begunBy(moment.at());
    next.take(moment, answerResponds);
    return next;
  }

  private void take(Moment moment, boolean answerResponds) {
    long at = moment.at();
    switch (moment.type()) {
      case INTERACTION_CREATED, INTERACTION_QUEUED -> since = Math.min(since, at);
      case INTERACTION_ANSWERED -> {
        if (answerResponds) {
          settleQuestion(at, true);
        }
      }
      case INTERACTION_ENDED, INTERACTION_ABANDONED -> end(at);
      case INTERACTION_CONTAINED -> {
        containedAt = Math.min(containedAt, at);
        end(at);
      }
      case INTERACTION_ESCALATED -> escalatedAt = Math.min(escalatedAt, at);
      case INTERACTION_RESOLVED -> {
        resolvedAt = Math.min(resolvedAt, at);
        end(at);
      }
      case INTERACTION_REOPENED -> reopen(at);
      default -> {}
    }
  }

  /** Whoever still waits for an answer gets none. */
  private void end(long at) {
    endedAt = Math.min(endedAt, at);
    settleQuestion(at, false);
  }

  /** Nothing was settled after all, and who asks again waits for an answer again. */
  private void reopen(long at) {
    resolvedAt = OPEN;
    containedAt = OPEN;
    if (answered) {
      answered = false;
      askedAt = at;
    }
  }

  /** The customer wrote: a question, unless one waits already or has been answered. */
  Course asked(long at) {
    if (begunAt != OPEN && answered) {
      return this;
    }
    Course next = begunBy(at);
    if (!answered) {
      next.askedAt = Math.min(askedAt, at);
    }
    return next;
  }

  /** An agent wrote: a response, when somebody waits for one. */
  Course responded(long at) {
    if (begunAt != OPEN && dueSince() == OPEN) {
      return this;
    }
    Course next = begunBy(at);
    next.settleQuestion(at, true);
    return next;
  }

  /** Nothing more is heard: whoever waits for an answer gets none. */
  Course expired(long at) {
    if (dueSince() == OPEN) {
      return this;
    }
    Course next = begunBy(at);
    next.settleQuestion(at, false);
    return next;
  }

  private void settleQuestion(long at, boolean given) {
    long from = dueSince();
    if (from != OPEN) {
      List<Response> more = new ArrayList<>(responses.size() + 1);
      more.addAll(responses);
      more.add(new Response(from, at, given));
      responses = List.copyOf(more);
      answered = true;
    }
  }

  /** Since when somebody waits for an answer, or {@link QueueVisit#OPEN} when nobody does. */
  long dueSince() {
    return answered ? OPEN : askedAt != OPEN ? askedAt : since;
  }

  /** The course of the contact whose visits and legs are in that picture. */
  ContactCourse in(Picture picture) {
    long offeredAt = picture.firstOffered();
    return new ContactCourse(
        picture.firstQueue(),
        picture.channelOrUnknown(),
        offeredAt == OPEN ? begunAt : offeredAt,
        begunAt == OPEN ? offeredAt : begunAt,
        endedAt,
        resolvedAt,
        containedAt,
        escalatedAt,
        dueSince(),
        responses,
        false);
  }
}
