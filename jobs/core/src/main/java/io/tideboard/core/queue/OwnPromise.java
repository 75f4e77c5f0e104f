// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits by which a board has judged what it counted since the beginning, and judges.
 * Intervals, days and windows keep distributions and are read by whatever limit holds then; what is
 * counted since the beginning never falls, and so is counted once: by the limits that held when the
 * visit ended. Other limits hold from now on, or from after the latest end that is counted already,
 * so that what is taken back is taken back by those by which it was counted.
 */
final class OwnPromise {

  /** So many former limits are remembered: nobody corrects what is older. */
  private static final int MOST = 16;

  /**
   * What depends on a promise.
   *
   * @param threshold within which a contact should be answered, in microseconds
   * @param shortAbandon within which giving up is a short abandon
   */
  record Within(long threshold, long shortAbandon) {

    static Within of(QueueTerms terms) {
      return new Within(terms.threshold(), terms.shortAbandon());
    }
  }

  private final TreeMap<Long, Within> from = new TreeMap<>();
  private long latestEnd = Long.MIN_VALUE;

  /** The limits by which a visit is judged that ended then; those defined, while none were. */
  Within at(long end, QueueTerms defined) {
    latestEnd = Math.max(latestEnd, end);
    if (from.isEmpty()) {
      from.put(Long.MIN_VALUE, Within.of(defined));
    }
    Map.Entry<Long, Within> held = from.floorEntry(end);
    return held == null ? from.firstEntry().getValue() : held.getValue();
  }

  /** Other limits may be defined at {@code now}. */
  void adopt(QueueTerms defined, long now) {
    Within its = Within.of(defined);
    if (!from.isEmpty() && !from.lastEntry().getValue().equals(its)) {
      long after = Math.max(from.lastKey(), Math.max(now, latestEnd + 1));
      from.put(after, its);
      if (from.size() > MOST) {
        from.pollFirstEntry();
      }
    }
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, latestEnd);
    Varint.write(out, from.size());
    for (Map.Entry<Long, Within> each : from.entrySet()) {
      Varint.write(out, each.getKey());
      Varint.write(out, each.getValue().threshold);
      Varint.write(out, each.getValue().shortAbandon);
    }
  }

  void read(DataInput in) throws IOException {
    latestEnd = Varint.read(in);
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      from.put(Varint.read(in), new Within(Varint.read(in), Varint.read(in)));
    }
  }
}
