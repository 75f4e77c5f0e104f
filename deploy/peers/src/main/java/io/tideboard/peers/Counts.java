// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Visits counted, or what changes in such a count.
 *
 * @param offered begun
 * @param answered ended by an answer
 * @param answeredWithin of these, within the threshold
 * @param abandoned given up by the customer
 * @param waiting begun and not ended
 */
record Counts(int offered, int answered, int answeredWithin, int abandoned, int waiting) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  static final Counts BEGUN = new Counts(1, 0, 0, 0, 1);
  static final Counts ANSWERED_WITHIN = new Counts(0, 1, 1, 0, -1);
  static final Counts ANSWERED_LATE = new Counts(0, 1, 0, 0, -1);
  static final Counts ABANDONED = new Counts(0, 0, 0, 1, -1);
  static final Counts LEFT = new Counts(0, 0, 0, 0, -1);

  static final Serde<Counts> SERDE =
      Serdes.serdeFrom(
          (topic, counts) -> counts == null ? null : counts.bytes(),
          (topic, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes)));

  Counts plus(Counts more) {
    return new Counts(
        offered + more.offered,
        answered + more.answered,
        answeredWithin + more.answeredWithin,
        abandoned + more.abandoned,
        waiting + more.waiting);
  }

  private byte[] bytes() {
    return ByteBuffer.allocate(5 * Integer.BYTES)
        .putInt(offered)
        .putInt(answered)
        .putInt(answeredWithin)
        .putInt(abandoned)
        .putInt(waiting)
        .array();
  }

  private static Counts of(ByteBuffer in) {
    return new Counts(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
  }
}
