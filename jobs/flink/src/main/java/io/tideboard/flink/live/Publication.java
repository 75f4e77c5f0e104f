// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.results.AbandonRecord;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.events.Topics;

/**
 * A record for one of the topics that the jobs write.
 *
 * @param key by which the topic is compacted
 * @param value JSON; empty when there is nothing any more under that key
 */
public record Publication(String topic, String key, byte[] value) {

  /** There is nothing any more under that key. */
  public static Publication ofNothing(String topic, String key) {
    return new Publication(topic, key, new byte[0]);
  }

  static Publication of(QueueStatus status) {
    return new Publication(Topics.QUEUES, status.key().wire(), Results.write(status));
  }

  static Publication of(IntervalRow row) {
    return new Publication(Topics.INTERVALS, row.wire(), Results.write(row));
  }

  static Publication of(AbandonRecord record) {
    return new Publication(Topics.ABANDONS, record.abandon().id(), Results.write(record));
  }

  static Publication of(BreachRecord record) {
    return new Publication(Topics.BREACHES, record.breach().id(), Results.write(record));
  }
}
