// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.Channel;
import io.tideboard.events.Direction;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the lifecycle needs of one event, and nothing else: a history is kept of these.
 *
 * @param at when it happened, in microseconds
 * @param type what happened
 * @param identity a 64-bit digest of the event's source and id, by which duplicates are known
 * @param channel the channel as spelt on the wire, when told
 * @param queue the queue named by the event, or the one transferred to
 * @param agent the agent named by the event, or the one transferred to
 * @param flags {@link #BY_CUSTOMER}, {@link #OUTBOUND}
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

  /**
   * By time; at equal times in the order of a contact's life, as the types are numbered; then by
   * identity, so that every arrival order gives the same history.
   */
  private static final Comparator<Moment> IN_ORDER =
      Comparator.comparingLong(Moment::at)
          .thenComparingInt(moment -> moment.type.number())
          .thenComparingLong(Moment::identity);

  /** The moment of an event, or null where the lifecycle does not depend on it. */
  public static @Nullable Moment of(InteractionEvent event) {
    EventType type = event.type();
    if (!shapesTheLifecycle(type)) {
      return null;
    }
    String queue = event.contact().queue();
    String agent = event.contact().agent();
    int flags = event.contact().direction() == Direction.OUTBOUND ? OUTBOUND : 0;
    InteractionChange change = event.change();
    if (change instanceof InteractionChange.Transferred transfer) {
      queue = transfer.toQueue();
      agent = transfer.toAgent();
    } else if (change instanceof InteractionChange.Escalated escalation) {
      queue = escalation.toQueue();
      agent = null;
    } else if (change instanceof InteractionChange.Ended ended) {
      flags |= ended.by() == null || ended.by() == Party.CUSTOMER ? BY_CUSTOMER : 0;
    }
    Channel channel = event.contact().channel();
    return new Moment(
        Micros.of(event.header().occurredAt()),
        type,
        identity(event.header().source(), event.header().id()),
        channel == null ? null : channel.wire(),
        queue,
        agent,
        flags);
  }

  private static boolean shapesTheLifecycle(EventType type) {
    return switch (type) {
      case INTERACTION_CREATED,
          INTERACTION_QUEUED,
          INTERACTION_ANSWERED,
          INTERACTION_HELD,
          INTERACTION_RESUMED,
          INTERACTION_TRANSFERRED,
          INTERACTION_ESCALATED,
          INTERACTION_ABANDONED,
          INTERACTION_DEQUEUED,
          INTERACTION_CALLBACK_REQUESTED,
          INTERACTION_ENDED,
          INTERACTION_WRAPPED_UP ->
          true;
      default -> false;
    };
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  @Override
  public int compareTo(Moment other) {
    return IN_ORDER.compare(this, other);
  }

  /**
   * FNV-1a over source and id, finished with the mixer of MurmurHash3. Only events of one
   * interaction are ever compared, so 64 bits are ample.
   */
  static long identity(String source, String id) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : source.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    hash = (hash ^ 0xff) * 0x100000001b3L;
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }
}
