// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.followup;

import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.events.Digest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a customer that is over, as far as it matters to the customer's other contacts.
 *
 * @param id a digest of the interaction's name
 * @param topic what it is about; 0 where that was not told
 * @param queue where it came first, with {@code channel} and {@code arrivedAt}
 * @param begunAt in microseconds; {@link QueueVisit#OPEN} when it turned out not to be over
 * @param resolvedAt when the customer's issue was settled, or {@link QueueVisit#OPEN}
 */
public record ClosedContact(
    long id,
    int topic,
    String queue,
    String channel,
    long arrivedAt,
    long begunAt,
    long resolvedAt) {

  /** What changed of a contact, or null when it does not matter. */
  public static @Nullable ClosedContact of(String interaction, int topic, Fact.CourseRevised fact) {
    ClosedContact now = of(interaction, topic, fact.after());
    if (now != null) {
      return now;
    }
    ClosedContact was = of(interaction, topic, fact.before());
    return was == null ? null : was.withdrawn();
  }

  /** The contact as it is now, or null while it is not over. */
  public static @Nullable ClosedContact of(
      String interaction, int topic, @Nullable ContactCourse contact) {
    if (contact == null || contact.endedAt() == QueueVisit.OPEN) {
      return null;
    }
    byte[] name = interaction.getBytes(StandardCharsets.UTF_8);
    return new ClosedContact(
        Digest.of(name, 0, name.length, 0, 0),
        topic,
        contact.queue(),
        contact.channel(),
        contact.arrivedAt(),
        contact.begunAt(),
        contact.resolvedAt());
  }

  private ClosedContact withdrawn() {
    return new ClosedContact(
        id, topic, queue, channel, arrivedAt, QueueVisit.OPEN, QueueVisit.OPEN);
  }

  boolean isWithdrawn() {
    return begunAt == QueueVisit.OPEN;
  }

  boolean isResolved() {
    return resolvedAt != QueueVisit.OPEN;
  }

  /** Whether it was resolved, and the other is a further one about the same, in the window. */
  boolean isFollowedBy(ClosedContact other, long window) {
    boolean sameTopic = topic == other.topic || topic == 0 || other.topic == 0;
    return isResolved()
        && sameTopic
        && other.begunAt > begunAt
        && other.begunAt - resolvedAt <= window;
  }

  /** The last instant that is known of it. */
  public long last() {
    return isResolved() ? Math.max(begunAt, resolvedAt) : begunAt;
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(id);
    out.writeInt(topic);
    out.writeUTF(queue);
    out.writeUTF(channel);
    out.writeLong(arrivedAt);
    out.writeLong(begunAt);
    out.writeLong(resolvedAt);
  }

  /** Reads what {@link #write} wrote. */
  public static ClosedContact read(DataInput in) throws IOException {
    return new ClosedContact(
        in.readLong(),
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }
}
