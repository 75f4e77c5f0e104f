// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.lifecycle.QueueVisit.OPEN;

import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.Response;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.FeedbackKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Contacts as a whole, and what was thought of them, as they travel to one queue. */
final class CourseCodec {

  private static final FeedbackKind[] KINDS = FeedbackKind.values();
  private static final int SETTLED = 1;
  private static final int ENDED = 2;
  private static final int RESOLVED = 4;
  private static final int CONTAINED = 8;
  private static final int ESCALATED = 16;
  private static final int DUE = 32;

  private final QueueKey key;

  CourseCodec(QueueKey key) {
    this.key = key;
  }

  void write(ContactCourse contact, DataOutput out) throws IOException {
    long arrivedAt = contact.arrivedAt();
    out.writeByte(
        (contact.settled() ? SETTLED : 0)
            | told(contact.endedAt(), ENDED)
            | told(contact.resolvedAt(), RESOLVED)
            | told(contact.containedAt(), CONTAINED)
            | told(contact.escalatedAt(), ESCALATED)
            | told(contact.dueSince(), DUE));
    out.writeLong(arrivedAt);
    Varint.write(out, contact.begunAt() - arrivedAt);
    writeTold(contact.endedAt(), arrivedAt, out);
    writeTold(contact.resolvedAt(), arrivedAt, out);
    writeTold(contact.containedAt(), arrivedAt, out);
    writeTold(contact.escalatedAt(), arrivedAt, out);
    writeTold(contact.dueSince(), arrivedAt, out);
    Varint.write(out, contact.responses().size());
    for (Response response : contact.responses()) {
      Varint.write(out, response.askedAt() - arrivedAt);
      long time = response.time();
      Varint.write(out, response.given() ? time : -1 - time);
    }
  }

  private static int told(long at, int flag) {
    return at == OPEN ? 0 : flag;
  }

  private static void writeTold(long at, long arrivedAt, DataOutput out) throws IOException {
    if (at != OPEN) {
      Varint.write(out, at - arrivedAt);
    }
  }

  ContactCourse course(DataInput in) throws IOException {
    int head = in.readByte();
    long arrivedAt = in.readLong();
    return new ContactCourse(
        key.queue(),
        key.channel(),
        arrivedAt,
        arrivedAt + Varint.read(in),
        (head & ENDED) == 0 ? OPEN : arrivedAt + Varint.read(in),
        (head & RESOLVED) == 0 ? OPEN : arrivedAt + Varint.read(in),
        (head & CONTAINED) == 0 ? OPEN : arrivedAt + Varint.read(in),
        (head & ESCALATED) == 0 ? OPEN : arrivedAt + Varint.read(in),
        (head & DUE) == 0 ? OPEN : arrivedAt + Varint.read(in),
        responses(in, arrivedAt),
        (head & SETTLED) != 0);
  }

  private static List<Response> responses(DataInput in, long arrivedAt) throws IOException {
    int size = Varint.readInt(in);
    if (size == 0) {
      return List.of();
    }
    List<Response> responses = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long askedAt = arrivedAt + Varint.read(in);
      long time = Varint.read(in);
      responses.add(
          time < 0
              ? new Response(askedAt, askedAt - 1 - time, false)
              : new Response(askedAt, askedAt + time, true));
    }
    return responses;
  }

  void write(Score score, DataOutput out) throws IOException {
    out.writeByte(score.kind().ordinal());
    out.writeLong(score.arrivedAt());
    Varint.write(out, score.at() - score.arrivedAt());
    Varint.write(out, score.thousandths());
  }

  Score score(DataInput in) throws IOException {
    FeedbackKind kind = KINDS[in.readByte()];
    long arrivedAt = in.readLong();
    long at = arrivedAt + Varint.read(in);
    return new Score(key.queue(), key.channel(), arrivedAt, at, kind, Varint.readInt(in));
  }

  void write(FollowUp followUp, DataOutput out) throws IOException {
    out.writeLong(followUp.arrivedAt());
    Varint.write(out, followUp.resolvedAt() - followUp.arrivedAt());
    out.writeBoolean(followUp.followed());
  }

  FollowUp followUp(DataInput in) throws IOException {
    long arrivedAt = in.readLong();
    long resolvedAt = arrivedAt + Varint.read(in);
    return new FollowUp(key.queue(), key.channel(), arrivedAt, resolvedAt, in.readBoolean());
  }
}
