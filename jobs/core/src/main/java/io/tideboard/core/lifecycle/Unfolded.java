// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.events.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a history: its visits and legs, the contact as a whole, and what the customer
 * thought of it. Immutable.
 *
 * @param given the scores, as they were given, before channel and begin are told
 * @param latest when the latest news came, in microseconds
 */
record Unfolded(Picture picture, Course course, List<Score> given, long latest) {

  static final Unfolded NOTHING =
      new Unfolded(Picture.BLANK, Course.BLANK, List.of(), Long.MIN_VALUE);

  /** What follows from that history, taken in order, messages among the moments. */
  static Unfolded of(Moment[] history, Messages messages) {
    Unfolded sofar = before(history, messages);
    Reading reading = new Reading(messages);
    for (int i = 0; i <= history.length; i++) {
      Moment next = i < history.length ? history[i] : null;
      while (isBefore(reading.at(), next)) {
        sofar = sofar.then(reading);
      }
      if (next != null) {
        sofar = sofar.then(next, messages);
      }
    }
    return sofar;
  }

  /** Before anything of that history, of which only the channel is known. */
  static Unfolded before(Moment[] history, Messages messages) {
    String channel = channel(history, messages);
    return channel == null
        ? NOTHING
        : new Unfolded(Picture.BLANK.on(channel), Course.BLANK, List.of(), Long.MIN_VALUE);
  }

  /** What follows when the next message comes next. */
  Unfolded then(Reading message) {
    long at = message.at();
    boolean byCustomer = message.isByCustomer();
    return with(message.next(course), byCustomer ? unlessFirst(at) : at);
  }

  /** Reads messages in order; of two at the same instant the customer's first. */
  static final class Reading {

    private final long[] agents;
    private long customer;
    private int read;

    Reading(Messages messages) {
      this.agents = messages.agents();
      this.customer = messages.customer();
    }

    /** When the next one was written, or {@link QueueVisit#OPEN} when there is none. */
    long at() {
      return Math.min(customer, agent());
    }

    private long agent() {
      return read < agents.length ? agents[read] : QueueVisit.OPEN;
    }

    boolean isByCustomer() {
      return customer <= agent();
    }

    Course next(Course course) {
      if (!isByCustomer()) {
        return course.responded(agents[read++]);
      }
      long at = customer;
      customer = QueueVisit.OPEN;
      return course.asked(at);
    }
  }

  /** Messages stand at their own place among what happened at the same instant. */
  static boolean isBefore(long message, @Nullable Moment next) {
    if (message == QueueVisit.OPEN || next == null) {
      return message != QueueVisit.OPEN;
    }
    return message < next.at()
        || message == next.at() && EventType.INTERACTION_MESSAGE.number() < next.type().number();
  }

  private static @Nullable String channel(Moment[] history, Messages messages) {
    for (Moment moment : history) {
      if (moment.channel() != null) {
        return moment.channel();
      }
    }
    return messages.channel();
  }

  /** What follows when that comes next. */
  Unfolded then(Moment moment, Messages messages) {
    if (moment.isMessage()) {
      if (moment.is(Moment.BY_BOT)) {
        return this;
      }
      long at = moment.at();
      return moment.is(Moment.BY_AGENT)
          ? with(course.responded(at), at)
          : with(course.asked(at), unlessFirst(at));
    }
    if (moment.isRepair()) {
      return repaired(moment);
    }
    Picture next = Unfolding.then(picture, moment);
    if (moment.type() == EventType.INTERACTION_ENDED
        && Unfolding.onlyAnAgentLeft(Repair.beforeNews(picture, moment), moment)) {
      return new Unfolded(next, course, given, moment.at());
    }
    boolean answerResponds = messages.isEmpty() || Channels.spoken(next.channelOrUnknown());
    return new Unfolded(
        next, course.then(moment, answerResponds), scoresAfter(moment, next), moment.at());
  }

  /** Whether nobody waits, in a queue or for an answer, and nobody is served. */
  boolean atRest() {
    return !picture.waits() && picture.legInProgress() < 0 && course.dueSince() == QueueVisit.OPEN;
  }

  /** An expiry is void when other news was the latest, or nothing was open. */
  private Unfolded repaired(Moment repair) {
    if (repair.isExpiry() && (latest != repair.latestNews() || atRest())) {
      return this;
    }
    Course next = repair.isExpiry() ? course.expired(repair.at()) : course;
    long news = repair.isSighting() ? repair.at() : latest;
    return new Unfolded(Unfolding.then(picture, repair), next, given, news);
  }

  /** A customer's message is news only when everything begins with it. */
  private long unlessFirst(long at) {
    return latest == Long.MIN_VALUE ? at : latest;
  }

  private List<Score> scoresAfter(Moment moment, Picture next) {
    if (moment.type() != EventType.INTERACTION_FEEDBACK) {
      return given;
    }
    List<Score> more = new ArrayList<>(given);
    more.add(moment.score(moment.queue() == null ? next.latestQueue() : moment.queue()));
    return List.copyOf(more);
  }

  private Unfolded with(Course next, long at) {
    return new Unfolded(picture, next, given, at);
  }

  /** The contact as a whole; null while it has neither been offered to a queue nor ended. */
  @Nullable ContactCourse contact() {
    ContactCourse contact = course.in(picture);
    boolean nowhere = contact.queue().equals(QueueVisit.UNKNOWN);
    return nowhere && contact.endedAt() == QueueVisit.OPEN ? null : contact;
  }

  /** Every score, in order. */
  List<Score> scores() {
    if (given.isEmpty()) {
      return given;
    }
    ContactCourse contact = course.in(picture);
    return given.stream().map(score -> score.of(contact.channel(), contact.arrivedAt())).toList();
  }
}
