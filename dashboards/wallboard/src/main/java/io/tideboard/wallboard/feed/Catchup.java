// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Whether everything has been read that was in the topics when reading began. */
final class Catchup {

  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
  private volatile boolean known;

  /** These are the ends at the start. */
  void ends(Map<TopicPartition, Long> ends) {
    this.ends.putAll(ends);
    known = true;
  }

  /** How many partitions are not read to their end yet. */
  int missing() {
    return ends.size();
  }

  /** The partition is read up to that position. */
  void reached(TopicPartition partition, long position) {
    Long end = ends.get(partition);
    if (end != null && position >= end) {
      ends.remove(partition);
    }
  }

  /** Why not yet; empty when all is read. */
  Optional<String> pending() {
    if (!known) {
      return Optional.of("the topics of results have not been found in Kafka yet");
    }
    return ends.isEmpty()
        ? Optional.empty()
        : Optional.of("still to be read to the end at the start: " + ends.keySet());
  }
}
