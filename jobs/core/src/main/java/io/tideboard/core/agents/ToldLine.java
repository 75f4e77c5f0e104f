// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.AgentState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The states told of one agent, in their order. What was told before the oldest one that is kept
 * has been folded into it.
 */
final class ToldLine {

  private final List<Told> line = new ArrayList<>(4);
  private final Identities identities = new Identities();
  private final long maxShift;
  // Up to when shifts that ran too long have been ended, where nothing was told afterwards.
  private long ended = Long.MIN_VALUE;

  ToldLine(long maxShift) {
    this.maxShift = maxShift;
  }

  int size() {
    return line.size();
  }

  Told get(int index) {
    return line.get(index);
  }

  /** The index of what was told last, at that instant or before; −1 when nothing was. */
  int indexAt(long instant) {
    int last = line.size() - 1;
    if (last < 0 || line.get(last).at() <= instant) {
      return last;
    }
    int from = 0;
    int to = last;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (line.get(middle).at() <= instant) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  /** The index of the mark of that identity, or −1. */
  int indexOf(long identity) {
    return identities.indexOf(identity);
  }

  /** Puts a mark into its place, and says which that is. */
  int insert(Mark told) {
    int index = line.size();
    while (index > 0 && line.get(index - 1).mark().compareTo(told) > 0) {
      index--;
    }
    Told before = index == 0 ? null : line.get(index - 1);
    Mark mark = before == null ? told : told.sharing(before);
    line.add(index, Told.after(before, mark, Told.NEVER, maxShift));
    identities.insert(index, mark.identity());
    follow(index + 1);
    return index;
  }

  /** Looks anew whether the lists miss the agent, wherever a change of that entry may matter. */
  void lookAgain(int first, Absences absences) {
    for (int i = first; i < line.size(); i++) {
      Told told = line.get(i);
      if (i > first + 1 && !told.mark().goesOn(line.get(i - 1).mark())) {
        return;
      }
      long since = Math.max(told.at(), told.shift().seen());
      long goneAt = absences.first(told.mark().source(), since);
      if (goneAt != told.shift().goneAt()) {
        replace(i, told.mark(), goneAt);
      }
    }
  }

  /** Puts another mark in the place of one. */
  void replace(int index, Mark mark, long goneAt) {
    Told was = line.get(index);
    Told is = Told.after(index == 0 ? null : line.get(index - 1), mark, goneAt, maxShift);
    // What was folded into the first one is not made anew.
    line.set(
        index,
        index == 0
            ? is.with(
                new Told.Shift(
                    was.shift().start(), Math.max(mark.seen(), was.shift().seen()), goneAt),
                was.repairs())
            : is);
    follow(index + 1);
  }

  /** What follows from what stands before it. */
  private void follow(int first) {
    for (int i = Math.max(1, first); i < line.size(); i++) {
      Told was = line.get(i);
      line.set(i, Told.after(line.get(i - 1), was.mark(), was.shift().goneAt(), maxShift));
    }
  }

  /**
   * From when on an agent signed in by that entry no longer is, unless the next one comes first.
   */
  long signedUntil(int index) {
    Told told = line.get(index);
    if (told.mark().state() == AgentState.OFFLINE) {
      return Told.NEVER;
    }
    long shiftEnd = told.shiftEnd(maxShift);
    long goneAt = told.goneAt();
    long known = index + 1 < line.size() ? line.get(index + 1).at() : ended;
    boolean over = shiftEnd <= known || (goneAt != Told.NEVER && shiftEnd <= goneAt);
    return over ? Math.min(goneAt, shiftEnd) : goneAt;
  }

  /** When the shift that is on must be ended, or {@link Told#NEVER}. */
  long shiftEnd() {
    int last = line.size() - 1;
    return last >= 0 && signedUntil(last) == Told.NEVER
        ? line.get(last).shiftEnd(maxShift)
        : Told.NEVER;
  }

  /** Shifts that should have ended by then have. */
  void endBy(long instant) {
    ended = Math.max(ended, instant);
  }

  /** What was put right between that instant and the end. */
  List<Repaired> repairs(long from) {
    List<Repaired> repairs = new ArrayList<>(0);
    for (int i = Math.max(0, indexAt(from - 1)); i < line.size(); i++) {
      Told told = line.get(i);
      if (told.repairs() && told.at() >= from) {
        repairs.add(new Repaired(Repair.MISSED_STATE, told.at(), told.queues()));
      }
      long until = signedUntil(i);
      boolean signsOff = i + 1 == line.size() || until < line.get(i + 1).at();
      if (signsOff
          && until >= from
          && until != Told.NEVER
          && told.signedInAt(told.at(), maxShift)) {
        Repair repair = until == told.goneAt() ? Repair.GHOST : Repair.FORGOTTEN_SIGN_OFF;
        repairs.add(new Repaired(repair, until, told.queues()));
      }
    }
    return repairs;
  }

  /** Something put right, and when. */
  record Repaired(Repair repair, long at, List<String> queues) {}

  /** Folds what ended before the horizon into what was told last before it. */
  void foldBefore(long horizon) {
    int base = indexAt(horizon - 1);
    if (base > 0) {
      Told folded = line.get(base).asFirst();
      line.subList(0, base).clear();
      identities.removeFirst(base);
      line.set(0, folded);
    }
  }

  void write(NamesOut names, DataOutput out) throws IOException {
    Varint.write(out, line.size());
    for (int i = 0; i < line.size(); i++) {
      Told told = i == 0 ? line.get(0).asFirst() : line.get(i);
      told.mark().write(names, out);
      long goneAt = told.shift().goneAt();
      Varint.write(out, goneAt == Told.NEVER ? -1 : goneAt);
    }
    if (!line.isEmpty()) {
      Told first = line.get(0);
      Varint.write(out, first.shift().start());
      Varint.write(out, first.shift().seen() == Mark.NOT_SEEN ? -1 : first.shift().seen());
      out.writeBoolean(first.repairs());
    }
    Varint.write(out, ended);
  }

  void read(NamesIn names, DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      Mark mark = Mark.read(names, in);
      long goneAt = Varint.read(in);
      Told before = i == 0 ? null : line.get(i - 1);
      line.add(Told.after(before, mark, goneAt == -1 ? Told.NEVER : goneAt, maxShift));
      identities.insert(i, mark.identity());
    }
    if (size > 0) {
      long start = Varint.read(in);
      long seen = Varint.read(in);
      Told first = line.get(0);
      Told.Shift shift =
          new Told.Shift(start, seen == -1 ? Mark.NOT_SEEN : seen, first.shift().goneAt());
      line.set(0, first.with(shift, in.readBoolean()));
      follow(1);
    }
    ended = Varint.read(in);
  }
}
