// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contacts in one agent's hands, in the order in which they were done; open ones last. */
final class LegLine {

  private final List<ServedLeg> line = new ArrayList<>(4);

  int size() {
    return line.size();
  }

  ServedLeg get(int index) {
    return line.get(index);
  }

  void add(ServedLeg leg) {
    int index = line.size();
    while (index > 0 && line.get(index - 1).doneAt() > leg.doneAt()) {
      index--;
    }
    line.add(index, leg);
  }

  /** Whether it was there. */
  boolean removeIfThere(ServedLeg leg) {
    int index = line.lastIndexOf(leg);
    if (index >= 0) {
      line.remove(index);
    }
    return index >= 0;
  }

  /** How many are in progress. */
  int inProgress() {
    int open = 0;
    while (open < line.size() && line.get(line.size() - 1 - open).inProgress()) {
      open++;
    }
    return open;
  }

  /** How many are in progress, by channel. */
  Map<String, Integer> inProgressByChannel() {
    Map<String, Integer> open = new TreeMap<>();
    for (int i = line.size() - 1; i >= 0 && line.get(i).inProgress(); i--) {
      open.merge(line.get(i).channel(), 1, Integer::sum);
    }
    return open;
  }

  /** When the latest that is over was done; 0, long ago, when there is none. */
  long lastDone() {
    int index = line.size() - 1 - inProgress();
    return index < 0 ? 0 : line.get(index).doneAt();
  }

  /** When the latest came into the agent's hands of those that are in progress; 0 when none is. */
  long lastAnswered() {
    long latest = 0;
    for (int i = line.size() - 1; i >= 0 && line.get(i).inProgress(); i--) {
      latest = Math.max(latest, line.get(i).answeredAt());
    }
    return latest;
  }

  /** Forgets those that were done before then. */
  void foldBefore(long horizon) {
    int done = 0;
    while (done < line.size() && line.get(done).doneAt() < horizon) {
      done++;
    }
    line.subList(0, done).clear();
  }

  void write(NamesOut names, DataOutput out) throws IOException {
    Varint.write(out, line.size());
    for (ServedLeg leg : line) {
      leg.write(names, out);
    }
  }

  void read(NamesIn names, DataInput in) throws IOException {
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      line.add(ServedLeg.read(names, in));
    }
  }
}
