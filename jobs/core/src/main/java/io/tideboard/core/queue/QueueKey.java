// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

/**
 * A queue on one channel: what every figure belongs to.
 *
 * @param channel as spelt on the wire, or {@code unknown}
 */
public record QueueKey(String queue, String channel) implements Comparable<QueueKey> {

  /** The key in the compacted topics: {@code queue/channel}. Channels have no slash in them. */
  public String wire() {
    return queue + "/" + channel;
  }

  /** The key that {@link #wire} wrote. */
  public static QueueKey parse(String wire) {
    int slash = wire.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + wire + "' as queue key: expected queue/channel");
    }
    return new QueueKey(wire.substring(0, slash), wire.substring(slash + 1));
  }

  @Override
  public int compareTo(QueueKey other) {
    int byQueue = queue.compareTo(other.queue);
    return byQueue != 0 ? byQueue : channel.compareTo(other.channel);
  }

  @Override
  public String toString() {
    return wire();
  }
}
