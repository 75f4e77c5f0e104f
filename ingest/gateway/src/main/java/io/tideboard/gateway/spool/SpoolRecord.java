// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import io.tideboard.events.Topics;
import io.tideboard.gateway.admission.EventRecord;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to a topic. On disk: four bytes of length of the body, four of the CRC32C of
 * length and body, and the body: one byte for the topic, four of length of the key, key, value.
 *
 * @param accepted whether it goes to the topic of accepted or of rejected events
 */
record SpoolRecord(boolean accepted, EventRecord event) {

  /** Bytes before the body. */
  static final int PREFIX_BYTES = 2 * Integer.BYTES;

  /** Bytes of a body; more than any record that Kafka would take. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int LEAST_BYTES = 1 + Integer.BYTES;

  String topic() {
    return accepted ? Topics.EVENTS : Topics.REJECTED;
  }

  /** Bytes on disk. */
  int size() {
    return PREFIX_BYTES + LEAST_BYTES + event.key().length + event.value().length;
  }

  ByteBuffer written() {
    ByteBuffer bytes = ByteBuffer.allocate(size());
    bytes.putInt(size() - PREFIX_BYTES).putInt(0);
    bytes.put((byte) (accepted ? 1 : 0)).putInt(event.key().length);
    bytes.put(event.key()).put(event.value());
    bytes.putInt(Integer.BYTES, checksum(bytes.array(), 0, size()));
    return bytes.flip();
  }

  /** Bytes of the body of a record that begins so; -1 when none can begin so. */
  static int bodyBytes(int length) {
    return length < LEAST_BYTES || length > MOST_BYTES ? -1 : length;
  }

  /** The record whose bytes are these; null when they are not those that were written. */
  static @Nullable SpoolRecord read(byte[] bytes, int offset, int size) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, size);
    in.getInt();
    if (in.getInt() != checksum(bytes, offset, size)) {
      return null;
    }
    int accepted = in.get();
    int keyLength = in.getInt();
    if (accepted >> 1 != 0 || keyLength < 0 || keyLength > in.remaining()) {
      return null;
    }
    byte[] key = new byte[keyLength];
    in.get(key);
    byte[] value = new byte[in.remaining()];
    in.get(value);
    return new SpoolRecord(accepted == 1, new EventRecord(key, value));
  }

  /** Of everything but the checksum itself. */
  private static int checksum(byte[] bytes, int offset, int size) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, offset, Integer.BYTES);
    checksum.update(bytes, offset + PREFIX_BYTES, size - PREFIX_BYTES);
    return (int) checksum.getValue();
  }
}
