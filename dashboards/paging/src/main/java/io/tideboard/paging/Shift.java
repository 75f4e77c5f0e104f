// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that a notifier is on duty: knows every episode, and tells of them. Runs on the loop.
 */
final class Shift {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

  private final Courier courier;
  private final StaleRule rule;
  private final Producer<byte[], byte[]> writer;
  private final Map<String, AlertEpisode> stale = new TreeMap<>();
  private boolean caughtUp;

  Shift(Courier courier, StaleRule rule, Producer<byte[], byte[]> writer) {
    this.courier = courier;
    this.rule = rule;
    this.writer = writer;
  }

  /**
   * Takes records of {@code tideboard.alerts}.
   *
   * @param upToDate whether they were the last that there were when the shift began, or later ones
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records, boolean upToDate) {
    if (upToDate && !caughtUp) {
      courier.begin();
    }
    caughtUp |= upToDate;
    records.forEach(this::take);
    if (caughtUp) {
      courier.goOn();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      AlertEpisode episode = AlertJson.read(record.value());
      if (episode.origin().kind() == AlertKind.DATA_STALE) {
        keep(episode);
      }
      courier.take(episode);
    } catch (RuntimeException e) {
      LOG.warn("{} at {} cannot be read: {}", record.topic(), record.offset(), e.toString());
    }
  }

  private void keep(AlertEpisode episode) {
    if (episode.isOpen()) {
      stale.putIfAbsent(episode.id(), episode);
    } else {
      stale.remove(episode.id());
    }
  }

  /**
   * Time goes on.
   *
   * @param freshest of when the latest figures are; null when there were never any
   */
  void tick(@Nullable Instant freshest, Instant now) {
    if (!caughtUp) {
      return;
    }
    AlertEpisode open = stale.values().stream().findFirst().orElse(null);
    rule.judge(freshest, open, now)
        .ifPresent(
            episode -> {
              keep(episode);
              write(episode);
            });
    courier.goOn();
  }

  /** It is read again from there like every other. */
  private void write(AlertEpisode episode) {
    writer.send(
        new ProducerRecord<>(
            Topics.ALERTS, episode.id().getBytes(StandardCharsets.UTF_8), AlertJson.write(episode)),
        (metadata, failure) -> {
          if (failure != null) {
            LOG.warn("{} cannot be written", episode.id(), failure);
          }
        });
  }

  Courier courier() {
    return courier;
  }
}
