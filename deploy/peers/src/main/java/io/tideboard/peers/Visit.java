// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A contact that waits.
 *
 * @param queue where
 * @param begin since when, in microseconds since 1970
 */
record Visit(String queue, long begin) {

  private static final long INTERVAL_MICROS = 900_000_000L;

  static final Serde<Visit> SERDE =
      Serdes.serdeFrom(
          (topic, visit) -> visit == null ? null : visit.bytes(),
          (topic, bytes) -> bytes == null ? null : of(bytes));

  /** The interval in which it began. */
  QueueInterval interval() {
    return new QueueInterval(queue, Math.floorDiv(begin, INTERVAL_MICROS) * 900);
  }

  private byte[] bytes() {
    byte[] name = queue.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + name.length).putLong(begin).put(name).array();
  }

  private static Visit of(byte[] bytes) {
    String queue = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    return new Visit(queue, ByteBuffer.wrap(bytes).getLong());
  }
}
