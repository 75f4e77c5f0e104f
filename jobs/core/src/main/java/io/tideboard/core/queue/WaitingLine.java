// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when contacts wait: how many visits began at each instant and have not ended. In a delta
 * the numbers may be negative: visits that left.
 */
final class WaitingLine {

  private final TreeMap<Long, Integer> begins = new TreeMap<>();
  private int size;

  /** So many visits that began then joined, or left when negative. */
  void add(long begin, int visits) {
    begins.merge(begin, visits, WaitingLine::sumOrNothing);
    size += visits;
  }

  /** How many wait. */
  int size() {
    return size;
  }

  /** Since when the one waits that waits longest. */
  OptionalLong oldest() {
    return begins.isEmpty() ? OptionalLong.empty() : OptionalLong.of(begins.firstKey());
  }

  /** How many began at that instant or before. */
  int begunBy(long instant) {
    int count = 0;
    for (int visits : begins.headMap(instant, true).values()) {
      count += visits;
    }
    return count;
  }

  /** The first instant after {@code instant} at which one of those waiting began, or none. */
  OptionalLong firstAfter(long instant) {
    Long next = begins.higherKey(instant);
    return next == null ? OptionalLong.empty() : OptionalLong.of(next);
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, begins.size());
    long before = 0;
    for (Map.Entry<Long, Integer> entry : begins.entrySet()) {
      Varint.write(out, entry.getKey() - before);
      Varint.write(out, entry.getValue());
      before = entry.getKey();
    }
  }

  static WaitingLine read(DataInput in) throws IOException {
    WaitingLine line = new WaitingLine();
    int entries = Varint.readInt(in);
    long begin = 0;
    for (int i = 0; i < entries; i++) {
      begin += Varint.read(in);
      line.add(begin, Varint.readInt(in));
    }
    return line;
  }

  private static @Nullable Integer sumOrNothing(int a, int b) {
    return a + b == 0 ? null : a + b;
  }
}
