// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.feed;

import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.events.Topics;
import io.tideboard.history.HistoryWriter;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.Progress;
import io.tideboard.history.RowBatch;
import io.tideboard.history.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code tideboard.intervals} into the store, from where the store has got to. On a thread of
 * its own: a slow store makes no queue on the board older.
 */
public final class HistoryFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryFeed.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final long RETRY_MILLIS = 500;
  private static final long PROMISE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int MOST_RECORDS = 2_000;

  /** For so long a wallboard is not ready for want of its history; a rebuild may take longer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final KafkaSource source;
  private final IntervalStore store;
  private final HistoryWriter writer;
  private final QueueDefinitions catalog;
  private final RowReader rows = new RowReader();
  private final Catchup catchup = new Catchup();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "wallboard-history");
  private final long started = System.nanoTime();
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private long promised = started - PROMISE_NANOS;

  private HistoryFeed(
      KafkaSource source, IntervalStore store, Duration retention, QueueDefinitions catalog) {
    this.source = source;
    this.store = store;
    this.writer = new HistoryWriter(store, retention, Clock.systemUTC());
    this.catalog = catalog;
  }

  /**
   * Starts reading.
   *
   * @param retention how long a row is kept; zero for ever
   * @param catalog what the queues promise, for those who read the store themselves
   */
  public static HistoryFeed start(
      KafkaSource source, IntervalStore store, Duration retention, QueueDefinitions catalog) {
    HistoryFeed feed = new HistoryFeed(source, store, retention, catalog);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  /** Why the history is not complete yet; empty when it is. */
  public Optional<String> pending() {
    return catchup.pending().map(why -> "the history: " + why);
  }

  /** The same, as far as anybody should wait for it: while it is rebuilt, the rest is served. */
  public Optional<String> awaited() {
    return System.nanoTime() - started < PATIENCE_NANOS ? pending() : Optional.empty();
  }

  /** How many records could not be read. */
  public long unreadable() {
    return rows.unreadable();
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
    Map<String, Object> properties = Consumers.properties(source, "tideboard-history");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    while (closing.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(properties)) {
        consumer = opened;
        read(opened);
      } catch (WakeupException e) {
        LOG.debug("woken up to close");
      } catch (KafkaException e) {
        LOG.warn("{} cannot be read, trying again", Topics.INTERVALS, e);
        pause();
      } catch (StoreUnavailable e) {
        LOG.warn("the history cannot be written, trying again", e);
        pause();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    // In this order: meanwhile another wallboard may get further, but not beyond the end.
    Progress known = store.progress();
    RowTopic topic = RowTopic.find(source, consumer);
    Progress from = topic.goOn(known);
    if (!known.equals(Progress.NONE) && !known.source().equals(from.source())) {
      LOG.warn("{} is not what was read before: read from its beginning", Topics.INTERVALS);
    }
    consumer.assign(topic.ends().keySet());
    topic.ends().keySet().forEach(each -> consumer.seek(each, from.next(each.partition())));
    if (catchup.pending().isPresent()) {
      catchup.ends(topic.ends());
      reached(consumer);
    }
    while (closing.getCount() > 0) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        writer.write(batch(from.source(), records, consumer));
      }
      promise();
      reached(consumer);
    }
  }

  private RowBatch batch(
      String name,
      ConsumerRecords<byte[], byte[]> records,
      KafkaConsumer<byte[], byte[]> consumer) {
    Map<Integer, Long> next = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      next.put(partition.partition(), consumer.position(partition));
    }
    return new RowBatch(rows.read(records), new Progress(name, next));
  }

  private void promise() {
    if (System.nanoTime() - promised >= PROMISE_NANOS) {
      promised = System.nanoTime();
      store.promise(catalog);
    }
  }

  private void reached(KafkaConsumer<?, ?> consumer) {
    if (catchup.missing() > 0) {
      for (TopicPartition partition : consumer.assignment()) {
        catchup.reached(partition, consumer.position(partition));
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("closing while something was awaited");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
