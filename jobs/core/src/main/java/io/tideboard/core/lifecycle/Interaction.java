// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one interaction: its history, in order, and what follows from it. Immutable.
 *
 * <p>Because the whole history is kept in order, it does not matter in which order it became known:
 * what follows is the same.
 */
public final class Interaction {

  /** Of which nothing is known yet. */
  public static final Interaction UNKNOWN =
      new Interaction(new Moment[0], Messages.NONE, Unfolded.NOTHING);

  /** More moments than any contact has: what comes after so many is not kept. */
  static final int LONGEST_HISTORY = 1024;

  private final Moment[] history;
  private final Messages messages;
  private final Unfolded unfolded;

  private Interaction(Moment[] history, Messages messages, Unfolded unfolded) {
    this.history = history;
    this.messages = messages;
    this.unfolded = unfolded;
  }

  private Interaction(Moment[] history, Messages messages) {
    this(history, messages, Unfolded.of(history, messages));
  }

  /** The interaction with that history, as it was written down. */
  public static Interaction of(List<Moment> history, Messages messages) {
    Moment[] sorted = history.toArray(new Moment[0]);
    Arrays.sort(sorted);
    return new Interaction(sorted, messages);
  }

  /** The interaction with more moments; itself when it knows them all, or has too many. */
  Interaction with(List<Moment> moments) {
    return moments.size() == 1 ? with(moments.get(0)) : withAll(moments);
  }

  private Interaction with(Moment moment) {
    return moment.isMessage() ? withMessage(moment) : withStep(moment);
  }

  /** Of several at once everything is worked out once, and not after each of them. */
  private Interaction withAll(List<Moment> moments) {
    Messages more = messages;
    Moment[] longer =
        Arrays.copyOf(history, Math.min(history.length + moments.size(), LONGEST_HISTORY));
    int size = history.length;
    for (Moment moment : moments) {
      if (moment.isMessage()) {
        more = more.with(moment);
      } else if (size < longer.length && !knows(moment, longer, size)) {
        insert(moment, longer, size++);
      }
    }
    if (size == history.length && more == messages) {
      return this;
    }
    return new Interaction(size == longer.length ? longer : Arrays.copyOf(longer, size), more);
  }

  /**
   * The interaction with what is concluded from these lists and restarts in place of everything
   * that was concluded before; itself when that is the same.
   *
   * @param maxSilence after how long without news it is given up, in microseconds
   */
  public Interaction concluding(List<Moment> ofPlatforms, long maxSilence) {
    if (ofPlatforms.isEmpty() && Arrays.stream(history).noneMatch(Moment::isOfPlatform)) {
      return this;
    }
    List<Moment> its = new ArrayList<>(history.length + ofPlatforms.size());
    List<Moment> before = new ArrayList<>(0);
    for (Moment moment : history) {
      (moment.isRepair() ? before : its).add(moment);
    }
    List<Moment> all = new ArrayList<>(its);
    all.addAll(ofPlatforms);
    before.stream().filter(Moment::isExpiry).forEach(all::add);
    List<Moment> after = Conclusions.of(all.toArray(new Moment[0]), messages, maxSilence);
    if (after.equals(before)) {
      return this;
    }
    its.addAll(after.subList(0, Math.min(after.size(), LONGEST_HISTORY - its.size())));
    return of(its, messages);
  }

  /** Puts it where it belongs among the first so many. */
  private static void insert(Moment moment, Moment[] into, int size) {
    int at = size;
    while (at > 0 && into[at - 1].compareTo(moment) > 0) {
      into[at] = into[at - 1];
      at--;
    }
    into[at] = moment;
  }

  private Interaction withStep(Moment moment) {
    int size = history.length;
    if (size >= LONGEST_HISTORY || knows(moment, history, size)) {
      return this;
    }
    Moment[] longer = Arrays.copyOf(history, size + 1);
    insert(moment, longer, size);
    boolean isLast = longer[size] == moment && moment.at() > messages.latest();
    boolean goesOn = isLast && tellsNoOtherChannel(moment);
    return goesOn
        ? new Interaction(longer, messages, unfolded.then(moment, messages))
        : new Interaction(longer, messages);
  }

  /** Whether the moment was not taken because more is known already than of any real contact. */
  public boolean hasNoRoomFor(Moment moment) {
    return history.length >= LONGEST_HISTORY
        && !moment.isMessage()
        && !knows(moment, history, history.length);
  }

  /** Whether so many more moments are certainly taken. */
  public boolean hasRoomFor(int moments) {
    return history.length + moments <= LONGEST_HISTORY;
  }

  private static boolean knows(Moment moment, Moment[] known, int size) {
    for (int i = 0; i < size; i++) {
      if (moment.repeats(known[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean tellsNoOtherChannel(Moment moment) {
    return moment.channel() == null
        || moment.channel().equals(unfolded.picture().channel())
        || history.length == 0 && messages.isEmpty() && messages.channel() == null;
  }

  private Interaction withMessage(Moment message) {
    if (message.is(Moment.BY_BOT) && stepsTellChannel()) {
      return this;
    }
    Messages more = messages.with(message);
    if (more == messages) {
      return this;
    }
    boolean goesOn =
        !messages.isEmpty()
            && more.channelAt() == messages.channelAt()
            && message.at() > messages.latest()
            && (history.length == 0 || message.compareTo(history[history.length - 1]) > 0);
    return goesOn
        ? new Interaction(history, more, unfolded.then(message, more))
        : new Interaction(history, more);
  }

  /** Whether it does not matter what channel messages tell. */
  private boolean stepsTellChannel() {
    for (Moment moment : history) {
      if (moment.channel() != null) {
        return true;
      }
    }
    return false;
  }

  /** What is known to have happened, in order, but for messages. */
  public List<Moment> history() {
    return List.of(history);
  }

  /** When messages were written. */
  public Messages messages() {
    return messages;
  }

  /** Every queue visit, in the order in which they began. */
  public List<QueueVisit> visits() {
    return unfolded.picture().visits();
  }

  /** Every handled leg, in the order in which they began. */
  public List<HandledLeg> legs() {
    return unfolded.picture().legs();
  }

  /** The contact as a whole; null while it has neither been offered to a queue nor ended. */
  public @Nullable ContactCourse course() {
    return unfolded.contact();
  }

  /** Whether the contact as a whole is certainly the same, without working out what it is. */
  boolean tellsTheSameCourse(Interaction other) {
    Unfolded its = other.unfolded;
    return unfolded.course() == its.course()
        && channel().equals(other.channel())
        && unfolded.picture().firstOffered() == its.picture().firstOffered()
        && unfolded.picture().firstQueue().equals(its.picture().firstQueue());
  }

  /** Every score that the customer gave, in order. */
  public List<Score> scores() {
    return unfolded.scores();
  }

  /** Since when the customer waits for an answer, or {@link QueueVisit#OPEN} when nobody does. */
  public long dueSince() {
    return unfolded.course().dueSince();
  }

  /** Whether nobody waits, in a queue or for an answer, and nobody is served. */
  public boolean atRest() {
    return unfolded.atRest();
  }

  /**
   * When the latest news of it came, in microseconds. That it must be lost was only concluded and
   * is no news, and of a customer's messages only one with which everything began: only the first
   * is remembered.
   */
  public long latest() {
    return unfolded.latest();
  }

  /** When the last news before that instant came, or {@link Long#MIN_VALUE}. */
  public long newsBefore(long at) {
    long before = messages.latestByAgentBefore(at);
    for (Moment moment : history) {
      if (moment.at() < at && moment.isNews()) {
        before = Math.max(before, moment.at());
      }
    }
    return before == Long.MIN_VALUE && messages.customer() < at ? messages.customer() : before;
  }

  /** When the first news after that instant came, or {@link QueueVisit#OPEN}. */
  public long newsAfter(long at) {
    long after = messages.firstByAgentAfter(at);
    for (Moment moment : history) {
      if (moment.at() > at && moment.isNews()) {
        after = Math.min(after, moment.at());
      }
    }
    boolean customerFirst =
        messages.customer() > at && newsBefore(messages.customer()) == Long.MIN_VALUE;
    return customerFirst ? Math.min(after, messages.customer()) : after;
  }

  /** When the latest of all that was told of it was, news or not, as far as that is remembered. */
  public long lastTold() {
    long channelAt = messages.channelAt();
    return channelAt == QueueVisit.OPEN ? latest() : Math.max(latest(), channelAt);
  }

  /** When the latest of all that was told or concluded was, in microseconds. */
  public long lastMoment() {
    long last = history.length == 0 ? Long.MIN_VALUE : history[history.length - 1].at();
    return Math.max(last, unfolded.latest());
  }

  /** Where it is, or was last. */
  public String latestQueue() {
    return unfolded.picture().latestQueue();
  }

  /** The channel, or {@link QueueVisit#UNKNOWN}. */
  public String channel() {
    return unfolded.picture().channelOrUnknown();
  }
}
