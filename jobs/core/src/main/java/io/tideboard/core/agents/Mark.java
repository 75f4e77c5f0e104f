// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.compact.AgentGlance;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told of an agent: a state, from an instant on, and what goes with it.
 *
 * @param at from when on, in microseconds
 * @param identity by which a mark that comes twice is known
 * @param state the state
 * @param reason why, in the center's own words
 * @param queues the queues served; empty when not said
 * @param capacity how many contacts at once; empty when not said
 * @param source the system that told it
 * @param listed whether a platform's own list told it, and no event did
 * @param seen the latest instant at which a list told it, or {@link #NOT_SEEN}
 */
public record Mark(
    long at,
    long identity,
    AgentState state,
    @Nullable String reason,
    List<String> queues,
    Capacity capacity,
    String source,
    boolean listed,
    long seen)
    implements Comparable<Mark> {

  /** No list has told it. */
  public static final long NOT_SEEN = Long.MIN_VALUE;

  private static final AgentState[] STATES = AgentState.values();
  private static final int LISTED = 8;
  private static final int SEEN = 16;

  /** The mark that an event sets. */
  public static Mark of(AgentStateChanged event) {
    return new Mark(
        Micros.of(event.header().occurredAt()),
        event.header().digest(),
        event.state(),
        event.reason(),
        event.queues(),
        Capacity.of(event.capacity()),
        event.header().source(),
        false,
        NOT_SEEN);
  }

  /** The mark that an event sets of which only a glance was taken. */
  public static Mark of(AgentGlance event) {
    return new Mark(
        event.occurredAt(),
        event.digest(),
        event.state(),
        event.reason(),
        event.queues(),
        Capacity.of(event.capacity()),
        event.source(),
        false,
        NOT_SEEN);
  }

  /** The mark that a list sets: the same one for every list that says so. */
  static Mark of(AgentSnapshot.Standing told, String source, long seen) {
    long at = Micros.of(told.since());
    // What names queues is kept apart from what does not: the later of those that do says which.
    int kind = 2 * told.state().ordinal() + (told.queues().isEmpty() ? 0 : 1);
    long identity = 31 * (31 * at + kind) + source.hashCode();
    return new Mark(
        at, identity, told.state(), null, told.queues(), Capacity.UNTOLD, source, true, seen);
  }

  /** Whether it tells the same state as the mark before it, by the same system. */
  boolean goesOn(Mark before) {
    return state == before.state && source.equals(before.source);
  }

  /** The same; of what is equal to what was told before, only one is kept. */
  Mark sharing(Told before) {
    Mark other = before.mark();
    return new Mark(
        at,
        identity,
        state,
        reason != null && reason.equals(other.reason) ? other.reason : reason,
        queues.equals(before.queues()) ? before.queues() : queues,
        capacity.equals(before.capacity()) ? before.capacity() : capacity,
        source.equals(other.source) ? other.source : source,
        listed,
        seen);
  }

  /** The same, seen on that list; of two lists the later one says which queues are served. */
  Mark confirmed(Mark list) {
    List<String> latest = list.seen > seen && !list.queues.isEmpty() ? list.queues : queues;
    return new Mark(
        at, identity, state, reason, latest, capacity, source, listed, Math.max(seen, list.seen));
  }

  Mark with(@Nullable String reason, List<String> queues, Capacity capacity) {
    return new Mark(at, identity, state, reason, queues, capacity, source, listed, seen);
  }

  /** The same mark from another instant on. */
  Mark movedTo(long instant) {
    return new Mark(instant, identity, state, reason, queues, capacity, source, listed, seen);
  }

  void write(NamesOut names, DataOutput out) throws IOException {
    out.writeByte(state.ordinal() | (listed ? LISTED : 0) | (seen == NOT_SEEN ? 0 : SEEN));
    Varint.write(out, at);
    out.writeLong(identity);
    names.write(reason);
    Varint.write(out, queues.size());
    for (String queue : queues) {
      names.write(queue);
    }
    capacity.write(names, out);
    names.write(source);
    if (seen != NOT_SEEN) {
      Varint.write(out, seen - at);
    }
  }

  static Mark read(NamesIn names, DataInput in) throws IOException {
    int head = in.readByte();
    long at = Varint.read(in);
    long identity = in.readLong();
    String reason = names.read();
    int size = Varint.readInt(in);
    List<String> queues = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      queues.add(names.readName());
    }
    return new Mark(
        at,
        identity,
        STATES[head & (LISTED - 1)],
        reason,
        List.copyOf(queues),
        Capacity.read(names, in),
        names.readName(),
        (head & LISTED) != 0,
        (head & SEEN) == 0 ? NOT_SEEN : at + Varint.read(in));
  }

  /** By time; at equal times lists come after events, and the order never depends on arrival. */
  @Override
  public int compareTo(Mark other) {
    if (at != other.at) {
      return Long.compare(at, other.at);
    }
    if (listed != other.listed) {
      return listed ? 1 : -1;
    }
    int byList = listed ? compareLists(other) : 0;
    return byList != 0 ? byList : Long.compare(identity, other.identity);
  }

  private int compareLists(Mark other) {
    int bySource = source.compareTo(other.source);
    int byState = bySource != 0 ? bySource : state.compareTo(other.state);
    return byState != 0 ? byState : Boolean.compare(queues.isEmpty(), other.queues.isEmpty());
  }
}
