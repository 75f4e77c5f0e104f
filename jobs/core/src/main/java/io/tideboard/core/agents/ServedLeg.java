// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A contact in an agent's hands: service, then wrap-up. Times in microseconds.
 *
 * @param queue the queue it is booked to
 * @param channel the channel as spelt on the wire
 * @param answeredAt when service began
 * @param endedAt when it ended, or {@link QueueVisit#OPEN}
 * @param doneAt when the wrap-up was over; equal to {@code endedAt} where none is known
 */
public record ServedLeg(String queue, String channel, long answeredAt, long endedAt, long doneAt) {

  static ServedLeg of(HandledLeg leg) {
    return new ServedLeg(
        leg.queue(), leg.channel(), leg.answeredAt(), leg.endedAt(), leg.completedAt());
  }

  boolean inProgress() {
    return endedAt == QueueVisit.OPEN;
  }

  /** The first instant at which it matters that this leg became that one. */
  long firstDifference(ServedLeg other) {
    if (!queue.equals(other.queue)
        || !channel.equals(other.channel)
        || answeredAt != other.answeredAt) {
      return Math.min(answeredAt, other.answeredAt);
    }
    return endedAt != other.endedAt
        ? Math.min(endedAt, other.endedAt)
        : Math.min(doneAt, other.doneAt);
  }

  void write(NamesOut names, DataOutput out) throws IOException {
    names.write(queue);
    names.write(channel);
    Varint.write(out, answeredAt);
    out.writeBoolean(inProgress());
    if (!inProgress()) {
      Varint.write(out, endedAt - answeredAt);
      Varint.write(out, doneAt - endedAt);
    }
  }

  static ServedLeg read(NamesIn names, DataInput in) throws IOException {
    String queue = names.readName();
    String channel = names.readName();
    long answeredAt = Varint.read(in);
    if (in.readBoolean()) {
      return new ServedLeg(queue, channel, answeredAt, QueueVisit.OPEN, QueueVisit.OPEN);
    }
    long endedAt = answeredAt + Varint.read(in);
    return new ServedLeg(queue, channel, answeredAt, endedAt, endedAt + Varint.read(in));
  }
}
