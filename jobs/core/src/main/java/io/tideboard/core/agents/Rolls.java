// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.wire.NamesIn;
import io.tideboard.core.wire.NamesOut;
import io.tideboard.core.wire.Varint;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.Limits;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom the platforms' own lists named, and when: remembered for as long as events may be late, so
 * that one that comes after a list that it precedes sees it.
 */
public final class Rolls {

  /**
   * A platform's list of its agents.
   *
   * @param source the platform
   * @param at when it was so
   * @param agents who is there, and since when in which state
   */
  public record Roll(String source, long at, List<AgentSnapshot.Standing> agents) {

    public static Roll of(AgentSnapshot event) {
      return new Roll(
          event.header().source(), Micros.of(event.header().occurredAt()), event.agents());
    }

    /** Whether it may have been cut off, so that it does not say who is gone. */
    public boolean cutOff() {
      return agents.size() >= Limits.SNAPSHOT;
    }
  }

  private final Map<String, TreeMap<Long, Set<String>>> rolls = new HashMap<>();

  /** Remembers a roll; several of one platform and instant are parts of one. */
  public void remember(Roll roll) {
    if (roll.cutOff()) {
      return;
    }
    TreeMap<Long, Set<String>> its =
        rolls.computeIfAbsent(roll.source(), unused -> new TreeMap<>());
    Set<String> names = new HashSet<>(roll.agents().size() * 2);
    roll.agents().forEach(standing -> names.add(standing.agent()));
    Set<String> part = its.get(roll.at());
    if (part != null) {
      names.addAll(part);
    }
    // Mostly the same people as a moment ago: then it is the same set.
    Map.Entry<Long, Set<String>> before = its.lowerEntry(roll.at());
    its.put(
        roll.at(), before != null && before.getValue().equals(names) ? before.getValue() : names);
  }

  /** The first roll of that platform after that instant without that agent, or never. */
  long firstWithout(String source, String agent, long after) {
    TreeMap<Long, Set<String>> its = rolls.get(source);
    if (its == null || its.lastKey() <= after) {
      return Told.NEVER;
    }
    for (Map.Entry<Long, Set<String>> roll : its.tailMap(after, false).entrySet()) {
      if (!roll.getValue().contains(agent)) {
        return roll.getKey();
      }
    }
    return Told.NEVER;
  }

  /** Forgets what was said before the horizon. */
  public void forgetBefore(long horizon) {
    rolls
        .values()
        .removeIf(
            its -> {
              its.headMap(horizon, false).clear();
              return its.isEmpty();
            });
  }

  /** How many rolls are remembered. */
  public int size() {
    return rolls.values().stream().mapToInt(TreeMap::size).sum();
  }

  /** Writes the state: a set of names that comes again is written once. */
  public void write(DataOutput out) throws IOException {
    NamesOut names = new NamesOut(out);
    Map<Set<String>, Integer> sets = new IdentityHashMap<>();
    Varint.write(out, rolls.size());
    for (Map.Entry<String, TreeMap<Long, Set<String>>> source : rolls.entrySet()) {
      names.write(source.getKey());
      Varint.write(out, source.getValue().size());
      for (Map.Entry<Long, Set<String>> roll : source.getValue().entrySet()) {
        Varint.write(out, roll.getKey());
        Integer known = sets.putIfAbsent(roll.getValue(), sets.size());
        Varint.write(out, known == null ? -1 : known);
        if (known == null) {
          Varint.write(out, roll.getValue().size());
          for (String name : roll.getValue()) {
            names.write(name);
          }
        }
      }
    }
  }

  /** Adds what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    NamesIn names = new NamesIn(in);
    List<Set<String>> sets = new ArrayList<>();
    int sources = Varint.readInt(in);
    for (int i = 0; i < sources; i++) {
      TreeMap<Long, Set<String>> its =
          rolls.computeIfAbsent(names.readName(), unused -> new TreeMap<>());
      int size = Varint.readInt(in);
      for (int j = 0; j < size; j++) {
        long at = Varint.read(in);
        int known = Varint.readInt(in);
        if (known < 0) {
          sets.add(names(names, Varint.readInt(in)));
        }
        its.put(at, sets.get(known < 0 ? sets.size() - 1 : known));
      }
    }
  }

  private static Set<String> names(NamesIn names, int size) throws IOException {
    Set<String> set = new HashSet<>(size * 2);
    for (int i = 0; i < size; i++) {
      set.add(names.readName());
    }
    return set;
  }
}
