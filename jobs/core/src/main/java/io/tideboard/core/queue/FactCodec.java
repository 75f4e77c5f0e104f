// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.Placed;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.lifecycle.Span;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one queue, as they travel: times relative to one another, and nothing that the queue's
 * key says already. Who served is left behind, since no count depends on it.
 */
final class FactCodec {

  private static final int KIND = 1 | 8 | 16;
  private static final int LEG = 0;
  private static final int VISIT = 1;
  private static final int COURSE = 8;
  private static final int SCORE = 1 | 8;
  private static final int FOLLOW_UP = 16;
  private static final int BEFORE = 2;
  private static final int AFTER = 4;
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int KNOWN = 8;
  private static final int TRANSFERRED = 16;
  private static final int LISTED = 32;
  private static final int FOUND = 64;
  private static final int TIMED_OUT = 2;
  private static final int LEG_FOUND = 4;
  private static final int NOT_KNOWN = 8;
  private static final int OPEN = 32;
  private static final int WRAPPED_UP = 64;

  private final QueueKey key;
  private final CourseCodec courses;

  FactCodec(QueueKey key) {
    this.key = key;
    this.courses = new CourseCodec(key);
  }

  void write(Fact fact, DataOutput out) throws IOException {
    out.writeByte(kind(fact) | sides(fact.before(), fact.after()));
    write(fact.before(), out);
    write(fact.after(), out);
  }

  private static int kind(Fact fact) {
    if (fact instanceof Fact.VisitRevised) {
      return VISIT;
    }
    return fact instanceof Fact.LegRevised
        ? LEG
        : fact instanceof Fact.CourseRevised
            ? COURSE
            : fact instanceof Fact.ScoreRevised ? SCORE : FOLLOW_UP;
  }

  private void write(@Nullable Placed placed, DataOutput out) throws IOException {
    if (placed instanceof QueueVisit visit) {
      write(visit, out);
    } else if (placed instanceof HandledLeg leg) {
      write(leg, out);
    } else if (placed instanceof ContactCourse contact) {
      courses.write(contact, out);
    } else if (placed instanceof Score score) {
      courses.write(score, out);
    } else if (placed instanceof FollowUp followUp) {
      courses.write(followUp, out);
    }
  }

  Fact read(DataInput in) throws IOException {
    int head = in.readByte();
    boolean before = (head & BEFORE) != 0;
    boolean after = (head & AFTER) != 0;
    return switch (head & KIND) {
      case VISIT -> new Fact.VisitRevised(before ? visit(in) : null, after ? visit(in) : null);
      case LEG -> new Fact.LegRevised(before ? leg(in) : null, after ? leg(in) : null);
      case COURSE ->
          new Fact.CourseRevised(
              before ? courses.course(in) : null, after ? courses.course(in) : null);
      case FOLLOW_UP ->
          new Fact.FollowUpRevised(
              before ? courses.followUp(in) : null, after ? courses.followUp(in) : null);
      default ->
          new Fact.ScoreRevised(
              before ? courses.score(in) : null, after ? courses.score(in) : null);
    };
  }

  private static int sides(@Nullable Object before, @Nullable Object after) {
    return (before == null ? 0 : BEFORE) | (after == null ? 0 : AFTER);
  }

  private static void write(QueueVisit visit, DataOutput out) throws IOException {
    out.writeByte(
        visit.outcome().ordinal()
            | (visit.beginKnown() ? KNOWN : 0)
            | (visit.transferredIn() ? TRANSFERRED : 0)
            | (visit.listed() ? LISTED : 0)
            | (visit.found() ? FOUND : 0));
    out.writeLong(visit.begin());
    if (!visit.waiting()) {
      Varint.write(out, visit.end() - visit.begin());
    }
  }

  private QueueVisit visit(DataInput in) throws IOException {
    int head = in.readByte();
    Outcome outcome = OUTCOMES[head & (KNOWN - 1)];
    long begin = in.readLong();
    long end = outcome == Outcome.WAITING ? QueueVisit.OPEN : begin + Varint.read(in);
    return new QueueVisit(
        key.queue(),
        key.channel(),
        begin,
        (head & KNOWN) != 0,
        end,
        outcome,
        (head & TRANSFERRED) != 0,
        (head & LISTED) != 0,
        (head & FOUND) != 0);
  }

  private static void write(HandledLeg leg, DataOutput out) throws IOException {
    boolean wrappedUp = leg.wrappedUpAt() != HandledLeg.NOT_WRAPPED_UP;
    out.writeByte(
        (leg.transferredOut() ? TRANSFERRED : 0)
            | (leg.lost() ? NOT_KNOWN : 0)
            | (leg.found() ? LEG_FOUND : 0)
            | (leg.timedOut() ? TIMED_OUT : 0)
            | (leg.inProgress() ? OPEN : 0)
            | (wrappedUp ? WRAPPED_UP : 0));
    out.writeLong(leg.answeredAt());
    Varint.write(out, leg.offeredAt() - leg.answeredAt());
    if (!leg.inProgress()) {
      Varint.write(out, leg.endedAt() - leg.answeredAt());
    }
    if (wrappedUp) {
      Varint.write(out, leg.wrappedUpAt() - leg.answeredAt());
    }
    Varint.write(out, leg.holds().size());
    for (Span hold : leg.holds()) {
      Varint.write(out, hold.from() - leg.answeredAt());
      Varint.write(out, hold.to() == QueueVisit.OPEN ? -1 : hold.to() - hold.from());
    }
  }

  private HandledLeg leg(DataInput in) throws IOException {
    int head = in.readByte();
    long answeredAt = in.readLong();
    long offeredAt = answeredAt + Varint.read(in);
    long endedAt = (head & OPEN) != 0 ? QueueVisit.OPEN : answeredAt + Varint.read(in);
    long wrappedUpAt =
        (head & WRAPPED_UP) != 0 ? answeredAt + Varint.read(in) : HandledLeg.NOT_WRAPPED_UP;
    return new HandledLeg(
        key.queue(),
        key.channel(),
        null,
        offeredAt,
        answeredAt,
        endedAt,
        wrappedUpAt,
        (head & TRANSFERRED) != 0,
        (head & NOT_KNOWN) != 0,
        (head & LEG_FOUND) != 0,
        (head & TIMED_OUT) != 0,
        holds(in, answeredAt));
  }

  private static List<Span> holds(DataInput in, long answeredAt) throws IOException {
    int size = Varint.readInt(in);
    if (size == 0) {
      return List.of();
    }
    List<Span> holds = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long from = answeredAt + Varint.read(in);
      long length = Varint.read(in);
      holds.add(new Span(from, length < 0 ? QueueVisit.OPEN : from + length));
    }
    return holds;
  }
}
