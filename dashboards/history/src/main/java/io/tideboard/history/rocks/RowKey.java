// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The keys of rows: the kind, the queue, the channel, the start, so that the rows of a queue stand
 * together and in order. Names hold no control characters, so one of these ends each of them.
 */
final class RowKey {

  private static final byte END = 0;
  private static final byte TEAM = 't';

  private RowKey() {}

  /** Where the rows of a basis begin. */
  static byte[] of(Basis basis) {
    return new byte[] {kind(basis)};
  }

  /** Where the rows of the teams begin. */
  static byte[] ofTeams() {
    return new byte[] {TEAM};
  }

  /** What the keys of all rows of a queue on a channel begin with. */
  static byte[] of(Basis basis, QueueKey key) {
    return named(kind(basis), key.queue(), key.channel());
  }

  /** What the keys of all rows of a team begin with. */
  static byte[] ofTeam(String queue) {
    return named(TEAM, queue, "");
  }

  /** What the keys of all rows of a queue begin with. */
  static byte[] of(byte[] kind, String queue) {
    byte[] name = queue.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(name.length + 2);
    return bytes.put(kind).put(name).put(END).array();
  }

  /** The row that starts then, in microseconds. */
  static byte[] at(byte[] prefix, long start) {
    // With the sign turned over, what comes first is less also as bytes.
    return ByteBuffer.allocate(prefix.length + Long.BYTES)
        .put(prefix)
        .putLong(start ^ Long.MIN_VALUE)
        .array();
  }

  /** A key behind every one that begins so; the last byte of a prefix is the end of a name. */
  static byte[] behind(byte[] prefix) {
    byte[] behind = prefix.clone();
    behind[behind.length - 1]++;
    return behind;
  }

  /** When the row of that key starts. */
  static long start(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES) ^ Long.MIN_VALUE;
  }

  /** What the keys of all rows of the same queue and channel begin with. */
  static byte[] prefix(byte[] key) {
    return Arrays.copyOf(key, key.length - Long.BYTES);
  }

  /** The queue and channel that a prefix names; of a team without a channel. */
  static QueueKey named(byte[] prefix) {
    int end = 1;
    while (prefix[end] != END) {
      end++;
    }
    return new QueueKey(
        new String(prefix, 1, end - 1, StandardCharsets.UTF_8),
        new String(prefix, end + 1, prefix.length - end - 2, StandardCharsets.UTF_8));
  }

  private static byte[] named(byte kind, String queue, String channel) {
    byte[] name = queue.getBytes(StandardCharsets.UTF_8);
    byte[] its = channel.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + its.length + 3)
        .put(kind)
        .put(name)
        .put(END)
        .put(its)
        .put(END)
        .array();
  }

  private static byte kind(Basis basis) {
    return switch (basis) {
      case ARRIVAL -> 'a';
      case EVENT -> 'e';
    };
  }
}
