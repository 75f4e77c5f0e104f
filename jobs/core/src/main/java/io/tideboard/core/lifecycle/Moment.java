// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.EventType;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import io.tideboard.events.compact.InteractionGlance;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lifecycle needs of one event, and nothing else: a history is kept of these.
 *
 * @param at when it happened, in microseconds
 * @param type what happened
 * @param identity a 64-bit digest of the event's source and id, by which duplicates are known; of a
 *     repair, together with the rest
 * @param channel the channel as spelt on the wire, when told
 * @param queue the queue named by the event, or the one transferred to
 * @param agent the agent named by the event
 * @param flags {@link #BY_CUSTOMER}, {@link #OUTBOUND} and others; of feedback also its score
 */
public record Moment(
    long at,
    EventType type,
    long identity,
    @Nullable String channel,
    @Nullable String queue,
    @Nullable String agent,
    int flags)
    implements Comparable<Moment> {

  /** The conversation was ended by the customer, or nobody said by whom. */
  public static final int BY_CUSTOMER = 1;

  /** The company reached out. */
  public static final int OUTBOUND = 2;

  /** An agent wrote the message, and not the customer. */
  public static final int BY_AGENT = 4;

  /** A bot wrote the message: nobody's question, and no response. */
  static final int BY_BOT = 8;

  /** Where in the flags a score stands: its kind, and above it the score in thousandths. */
  private static final int KIND_SHIFT = 4;

  private static final int SCORE_SHIFT = 6;

  /** The conversation was ended, and nobody said by whom. */
  static final int BY_NOBODY = 32;

  /** The contact was transferred to an agent, past every queue. */
  static final int TO_AGENT = 64;

  /** Where in the flags of a wrap-up stands within how many seconds it counts, and one more. */
  private static final int LIMIT_SHIFT = 6;

  /** No news came for longer than any visit lasts. */
  private static final int EXPIRED = 16;

  /** The platform's own list named the contact among those waiting. */
  private static final int SEEN = 32;

  /** A list may be written a moment before who just joined is on it; in microseconds. */
  public static final long LIST_GRACE = 2_000_000L;

  private static final FeedbackKind[] KINDS = FeedbackKind.values();

  /** The types of events on which the lifecycle depends. */
  public static final Set<EventType> TYPES =
      Collections.unmodifiableSet(
          EnumSet.of(
              EventType.INTERACTION_CREATED,
              EventType.INTERACTION_QUEUED,
              EventType.INTERACTION_ANSWERED,
              EventType.INTERACTION_HELD,
              EventType.INTERACTION_RESUMED,
              EventType.INTERACTION_MESSAGE,
              EventType.INTERACTION_TRANSFERRED,
              EventType.INTERACTION_ESCALATED,
              EventType.INTERACTION_ABANDONED,
              EventType.INTERACTION_DEQUEUED,
              EventType.INTERACTION_CALLBACK_REQUESTED,
              EventType.INTERACTION_ENDED,
              EventType.INTERACTION_WRAPPED_UP,
              EventType.INTERACTION_RESOLVED,
              EventType.INTERACTION_REOPENED,
              EventType.INTERACTION_CONTAINED,
              EventType.INTERACTION_FEEDBACK));

  /** Types of events on which nothing depends but the channel, where no other has told it. */
  public static final Set<EventType> CHANNEL_TELLERS =
      Collections.unmodifiableSet(
          EnumSet.of(EventType.INTERACTION_OFFERED, EventType.INTERACTION_DECLINED));

  /** All types of events of which there is a moment. */
  public static final Set<EventType> HEARD =
      Stream.of(TYPES, CHANNEL_TELLERS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** The moment of an event, or null where the lifecycle does not depend on it. */
  public static @Nullable Moment of(InteractionEvent event) {
    Contact contact = event.contact();
    boolean tellsChannel = CHANNEL_TELLERS.contains(event.type()) && contact.channel() != null;
    if (!TYPES.contains(event.type()) && !tellsChannel) {
      return null;
    }
    InteractionChange change = event.change();
    String toQueue = null;
    String toAgent = null;
    if (change instanceof InteractionChange.Transferred transfer) {
      toQueue = transfer.toQueue();
      toAgent = transfer.toAgent();
    } else if (change instanceof InteractionChange.Escalated escalation) {
      toQueue = escalation.toQueue();
    }
    return of(
        new InteractionGlance(
            event.type(),
            Micros.of(event.header().occurredAt()),
            event.header().source(),
            event.header().digest(),
            contact.channel(),
            contact.queue(),
            contact.agent(),
            toQueue,
            toAgent,
            contact.direction(),
            party(change),
            change instanceof InteractionChange.Feedback given ? given.kind() : null,
            change instanceof InteractionChange.Feedback given ? given.score() : 0));
  }

  private static @Nullable Party party(InteractionChange change) {
    if (change instanceof InteractionChange.Ended ended) {
      return ended.by();
    }
    return change instanceof InteractionChange.Message message ? message.author() : null;
  }

  /** The moment of an event of one of the {@link #TYPES}, or of the {@link #CHANNEL_TELLERS}. */
  public static Moment of(InteractionGlance event) {
    if (CHANNEL_TELLERS.contains(event.type())) {
      return channelTold(event);
    }
    boolean movesOn =
        event.type() == EventType.INTERACTION_TRANSFERRED
            || event.type() == EventType.INTERACTION_ESCALATED;
    return new Moment(
        event.occurredAt(),
        event.type(),
        event.digest(),
        event.channel() == null ? null : event.channel().wire(),
        movesOn ? event.toQueue() : event.queue(),
        event.agent(),
        flags(event)
            | (event.direction() == Direction.OUTBOUND ? OUTBOUND : 0)
            | (movesOn && event.toAgent() != null ? TO_AGENT : 0));
  }

  /** As a bot's message: it names a channel, and is otherwise of no consequence. */
  private static Moment channelTold(InteractionGlance event) {
    return new Moment(
        event.occurredAt(),
        EventType.INTERACTION_MESSAGE,
        event.digest(),
        event.channel() == null ? null : event.channel().wire(),
        null,
        null,
        BY_BOT);
  }

  private static int flags(InteractionGlance event) {
    return switch (event.type()) {
      case INTERACTION_ENDED ->
          event.party() == null
              ? BY_CUSTOMER | BY_NOBODY
              : event.party() == Party.CUSTOMER ? BY_CUSTOMER : 0;
      case INTERACTION_MESSAGE ->
          event.party() == Party.AGENT ? BY_AGENT : event.party() == Party.BOT ? BY_BOT : 0;
      case INTERACTION_FEEDBACK ->
          event.kind() instanceof FeedbackKind kind
              ? kind.ordinal() << KIND_SHIFT
                  | (int) Math.round(event.score() * 1_000) << SCORE_SHIFT
              : 0;
      default -> 0;
    };
  }

  /** The platform's list of a queue names the contact as waiting in it since then. */
  public static Moment seen(long at, String queue, long since) {
    return new Moment(at, EventType.QUEUE_SNAPSHOT, since, null, queue, null, SEEN);
  }

  /** The platform's list of a queue does not name the contact. */
  public static Moment unseen(long at, String queue) {
    return new Moment(at, EventType.QUEUE_SNAPSHOT, at, null, queue, null, 0);
  }

  /** The sending system restarted, and forgot what was open. */
  public static Moment restarted(long at) {
    return new Moment(at, EventType.SOURCE_RESTARTED, at, null, null, null, 0);
  }

  /** No news came since {@code latest}, which is longer than any visit lasts. */
  public static Moment expired(long at, long latest) {
    return new Moment(at, EventType.SOURCE_RESTARTED, latest, null, null, null, EXPIRED);
  }

  /** Since when the contact waits; of a sighting. */
  long since() {
    return identity;
  }

  /** What was the latest news; of an expiry. */
  long latestNews() {
    return identity;
  }

  /** Whether it is the same moment, told again. */
  boolean repeats(Moment other) {
    return isRepair() ? equals(other) : identity == other.identity && !other.isRepair();
  }

  /** Whether it was concluded, and not told by an event of the contact itself. */
  public boolean isRepair() {
    return type == EventType.QUEUE_SNAPSHOT || type == EventType.SOURCE_RESTARTED;
  }

  /** Whether somebody told something of the contact, and be it the platform's own list. */
  public boolean isNews() {
    return !isRepair() || isSighting();
  }

  boolean isExpiry() {
    return type == EventType.SOURCE_RESTARTED && is(EXPIRED);
  }

  /** Whether a platform's list or restart led to it. */
  public boolean isOfPlatform() {
    return isRepair() && !isExpiry();
  }

  /** Whether a platform's own list named the contact. */
  public boolean isSighting() {
    return type == EventType.QUEUE_SNAPSHOT && is(SEEN);
  }

  /** The same end of a wrap-up, which counts within so many seconds only. */
  public Moment within(long seconds) {
    int limited = flags & (1 << LIMIT_SHIFT) - 1 | (int) (seconds + 1) << LIMIT_SHIFT;
    return new Moment(at, type, identity, channel, queue, agent, limited);
  }

  /** When a wrap-up is over that began then: told by this, or cut off where it lasts too long. */
  long wrapUpOver(long from) {
    int limited = flags >> LIMIT_SHIFT;
    return limited == 0 ? at : Math.min(at, from + (limited - 1) * Micros.SECOND);
  }

  /** Whether it is a message. */
  boolean isMessage() {
    return type == EventType.INTERACTION_MESSAGE;
  }

  /** The score that the moment gives; only of feedback. */
  Score score(String queue) {
    return new Score(
        queue, QueueVisit.UNKNOWN, at, at, KINDS[flags >> KIND_SHIFT & 3], flags >> SCORE_SHIFT);
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /**
   * By time; at equal times in the order of a contact's life, as the types are numbered; then by
   * identity, so that every arrival order gives the same history.
   */
  @Override
  public int compareTo(Moment other) {
    int byTime = Long.compare(at, other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byType = Integer.compare(type.number(), other.type.number());
    return byType != 0 ? byType : Long.compare(identity, other.identity);
  }
}
