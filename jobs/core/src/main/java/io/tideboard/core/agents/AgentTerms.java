// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds for every agent.
 *
 * @param maxShift how long an agent may be signed in at a stretch: after that, the sign-off was
 *     forgotten
 * @param allowedLateness how late what is told of an agent is still taken
 * @param capacity how many contacts an agent who does not say so can take at once, by channel as
 *     spelt on the wire; {@value #USUAL_CAPACITY} on every other one
 */
public record AgentTerms(Duration maxShift, Duration allowedLateness, Map<String, Integer> capacity)
    implements Serializable {

  /** Contacts at once on a channel of which nothing is said. */
  public static final int USUAL_CAPACITY = 3;

  /** 16 hours, 24 hours, and one contact at a time where people speak to one another. */
  public static final AgentTerms DEFAULT =
      new AgentTerms(
          Duration.ofHours(16),
          Duration.ofHours(24),
          Map.of("voice", 1, "video", 1, "in_person", 1));

  public AgentTerms {
    if (maxShift.isNegative() || maxShift.isZero()) {
      throw new IllegalArgumentException(maxShift + " as maxShift: expected more than 0");
    }
    // Queues of an agent who names none follow from the contacts of the whole shift.
    if (allowedLateness.compareTo(maxShift) < 0) {
      throw new IllegalArgumentException(
          allowedLateness + " as allowedLateness: expected maxShift, " + maxShift + ", or more");
    }
    capacity.forEach(
        (channel, contacts) -> {
          if (contacts < 1) {
            throw new IllegalArgumentException(
                contacts + " as capacity." + channel + ": expected 1 or more");
          }
        });
    // Terms that say the same are the same.
    capacity =
        capacity.entrySet().stream()
            .filter(entry -> entry.getValue() != USUAL_CAPACITY)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The same, of a log in which things may come as late as that. */
  public AgentTerms within(Duration lateness) {
    return new AgentTerms(
        maxShift, lateness.compareTo(maxShift) < 0 ? maxShift : lateness, capacity);
  }

  /** How many contacts at once on that channel, where the agent does not say. */
  public int capacity(String channel) {
    return capacity.getOrDefault(channel, USUAL_CAPACITY);
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(!equals(DEFAULT));
    if (equals(DEFAULT)) {
      return;
    }
    Varint.write(out, Micros.of(maxShift));
    Varint.write(out, Micros.of(allowedLateness));
    Varint.write(out, capacity.size());
    for (Map.Entry<String, Integer> entry : capacity.entrySet()) {
      out.writeUTF(entry.getKey());
      Varint.write(out, entry.getValue());
    }
  }

  static AgentTerms read(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return DEFAULT;
    }
    Duration maxShift = Duration.ofNanos(Varint.read(in) * 1_000);
    Duration allowedLateness = Duration.ofNanos(Varint.read(in) * 1_000);
    Map<String, Integer> capacity = new HashMap<>();
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      capacity.put(in.readUTF(), Varint.readInt(in));
    }
    return new AgentTerms(maxShift, allowedLateness, capacity);
  }
}
