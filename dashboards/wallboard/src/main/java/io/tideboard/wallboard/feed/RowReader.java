// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.results.Results;
import io.tideboard.history.RowChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rows from records. One that cannot be read is counted and left out. */
final class RowReader {

  private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);

  private final AtomicLong unreadable = new AtomicLong();

  List<RowChange> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<RowChange> rows = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        rows.add(read(record));
      } catch (RuntimeException e) {
        unreadable.incrementAndGet();
        LOG.warn(
            "{}-{} at {} cannot be read and is left out: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.toString());
      }
    }
    return rows;
  }

  private static RowChange read(ConsumerRecord<byte[], byte[]> record) {
    RowChange.Place place = new RowChange.Place(record.partition(), record.offset());
    return AgentResults.rowOfTeam(new String(record.key(), StandardCharsets.UTF_8))
        ? new RowChange.OfTeam(place, AgentResults.readRow(record.value()))
        : new RowChange.OfQueue(place, Results.readRow(record.value()));
  }

  /** How many could not be read. */
  long unreadable() {
    return unreadable.get();
  }
}
