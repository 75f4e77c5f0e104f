// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.tideboard.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of results, but for the rows of intervals, from their beginning into the board,
 * and goes on reading. Every wallboard reads everything, so there is no group and nothing is
 * committed. When Kafka cannot be reached, or the topics are not there yet, it tries again.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final List<String> TOPICS =
      List.of(
          Topics.CONFIG,
          Topics.QUEUES,
          Topics.AGENTS,
          Topics.FORECASTS,
          Topics.BREACHES,
          Topics.ABANDONS,
          Topics.ALERTS);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final long RETRY_MILLIS = 500;

  private final KafkaSource source;
  private final RecordTaker taker;
  private final Runnable changed;
  private final Catchup catchup = new Catchup();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "wallboard-reader");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean trouble;

  private final Function<KafkaConsumer<?, ?>, KafkaClientMetrics> watch;

  private TopicReader(
      KafkaSource source,
      RecordTaker taker,
      Runnable changed,
      Function<KafkaConsumer<?, ?>, KafkaClientMetrics> watch) {
    this.watch = watch;
    this.source = source;
    this.taker = taker;
    this.changed = changed;
  }

  /**
   * Starts reading.
   *
   * @param changed is told after every batch of records, on the reading thread
   * @param watch shows how a consumer is, until it is closed
   */
  public static TopicReader start(
      KafkaSource source,
      RecordTaker taker,
      Runnable changed,
      Function<KafkaConsumer<?, ?>, KafkaClientMetrics> watch) {
    TopicReader reader = new TopicReader(source, taker, changed, watch);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  /** Why the board is not complete yet; empty when it is. */
  public Optional<String> pending() {
    return catchup.pending();
  }

  /** Whether it is reading, and the last attempt to reach Kafka did not fail. */
  public boolean healthy() {
    return thread.isAlive() && !trouble;
  }

  /** How many records could not be read. */
  public long unreadable() {
    return taker.unreadable();
  }

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> opened =
              new KafkaConsumer<>(Consumers.properties(source, "tideboard-wallboard"));
          KafkaClientMetrics watched = watch.apply(opened)) {
        LOG.debug("{} tells how it reads", watched);
        consumer = opened;
        read(opened);
      } catch (WakeupException e) {
        LOG.debug("woken up to close");
      } catch (KafkaException e) {
        trouble = true;
        LOG.warn("Kafka at {} cannot be read, trying again", source.bootstrapServers(), e);
        pause();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    if (catchup.pending().isPresent()) {
      catchup.ends(consumer.endOffsets(partitions));
    }
    while (closing.getCount() > 0) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      trouble = false;
      records.forEach(taker::take);
      if (catchup.missing() > 0) {
        partitions.forEach(partition -> catchup.reached(partition, consumer.position(partition)));
      }
      if (!records.isEmpty()) {
        changed.run();
      }
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    List<TopicPartition> found = new ArrayList<>();
    for (String topic : TOPICS) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic);
      while (partitions.isEmpty() && closing.getCount() > 0) {
        pause();
        partitions = consumer.partitionsFor(topic);
      }
      partitions.forEach(info -> found.add(new TopicPartition(topic, info.partition())));
    }
    return found;
  }

  private void pause() {
    try {
      if (closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("closing while Kafka was awaited");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
