// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.results.Results;
import io.tideboard.events.Topics;
import io.tideboard.wallboard.board.Board;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts single records onto the board. One that cannot be read is counted and left out. */
public final class RecordTaker {

  private static final Logger LOG = LoggerFactory.getLogger(RecordTaker.class);

  private final Board board;
  private final LiveCatalog catalog;
  private final InstantSource clock;
  private final AtomicLong unreadable = new AtomicLong();

  /** Takes results to that board, and changed definitions to that catalog. */
  public RecordTaker(Board board, LiveCatalog catalog, InstantSource clock) {
    this.board = board;
    this.catalog = catalog;
    this.clock = clock;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      switch (record.topic()) {
        case Topics.CONFIG -> catalog.change(key(record), record.value());
        case Topics.QUEUES -> queue(record);
        case Topics.AGENTS -> agent(record);
        case Topics.FORECASTS -> board.take(ForecastJson.read(record.value()));
        case Topics.BREACHES -> board.take(Results.readBreach(record.value()), receivedAt(record));
        case Topics.ABANDONS -> board.take(Results.readAbandon(record.value()), receivedAt(record));
        case Topics.ALERTS -> alert(record);
        default -> throw new IllegalArgumentException(record.topic() + ": not a topic of results");
      }
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

  private void queue(ConsumerRecord<byte[], byte[]> record) {
    String key = key(record);
    if (!AgentResults.ofTeam(key)) {
      board.take(Results.readStatus(record.value()), receivedAt(record));
    } else if (record.value() == null) {
      board.forgetTeam(AgentResults.queueOf(key));
    } else {
      board.take(AgentResults.readTeam(record.value()), receivedAt(record));
    }
  }

  private void agent(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      board.forgetAgent(key(record));
    } else {
      board.take(AgentResults.readAgent(record.value()), receivedAt(record));
    }
  }

  /** An episode that is forgotten is over, and drops out of the board by itself. */
  private void alert(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      board.take(AlertJson.read(record.value()), receivedAt(record));
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new IllegalArgumentException("no key: expected a name");
    }
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /** How many records could not be read. */
  long unreadable() {
    return unreadable.get();
  }

  /**
   * When Kafka took the record, so that old data is as old after a restart as before. Only where
   * the topic keeps another time, the time of reading must do.
   */
  private Instant receivedAt(ConsumerRecord<?, ?> record) {
    Instant now = clock.instant();
    if (record.timestampType() != TimestampType.LOG_APPEND_TIME) {
      return now;
    }
    Instant written = Instant.ofEpochMilli(record.timestamp());
    return written.isAfter(now) ? now : written;
  }
}
