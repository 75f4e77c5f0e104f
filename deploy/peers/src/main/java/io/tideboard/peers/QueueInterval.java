// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A row's key.
 *
 * @param queue the queue
 * @param start of the 15 minutes, in seconds since 1970
 */
record QueueInterval(String queue, long start) {

  static final Serde<QueueInterval> SERDE =
      Serdes.serdeFrom(
          (topic, interval) -> interval == null ? null : interval.bytes(),
          (topic, bytes) -> bytes == null ? null : of(bytes));

  private byte[] bytes() {
    byte[] name = queue.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + name.length).putLong(start).put(name).array();
  }

  private static QueueInterval of(byte[] bytes) {
    String queue = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    return new QueueInterval(queue, ByteBuffer.wrap(bytes).getLong());
  }
}
