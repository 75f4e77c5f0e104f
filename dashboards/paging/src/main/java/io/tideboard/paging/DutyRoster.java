// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who of several notifiers is on duty: whoever reads the one partition of {@code tideboard.alerts}.
 * A shift begins with everything that was delivered before it, and then everything that was told.
 */
final class DutyRoster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DutyRoster.class);
  private static final TopicPartition ALERTS = new TopicPartition(Topics.ALERTS, 0);
  private static final TopicPartition DELIVERIES = new TopicPartition(Topics.DELIVERIES, 0);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final long RETRY_MILLIS = 500;
  private static final long CLOSING_MILLIS = 3_000;

  private final Clients clients;
  private final Loop loop;
  private final Duties duties;
  private final Duration lease;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "tideboard-paging-roster");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
  private volatile long heardAt;
  private volatile boolean healthy;

  // Of the reading thread.
  private @Nullable Shift shift;
  private long end;

  /**
   * How shifts begin and end.
   *
   * @param begin makes one, from what was delivered before
   * @param over is told of one that is over, on the loop
   */
  record Duties(Function<KafkaLedger, Shift> begin, Consumer<Shift> over, Ledgers ledgers) {}

  /** Makes an empty ledger. */
  interface Ledgers {
    KafkaLedger empty();
  }

  DutyRoster(Clients clients, Loop loop, Duties duties, Duration session) {
    this.clients = clients;
    this.loop = loop;
    this.duties = duties;
    this.lease = session.multipliedBy(3).dividedBy(4);
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it was on duty so lately that nobody else can be. */
  boolean hasLease() {
    return System.nanoTime() - heardAt < lease.toNanos();
  }

  /** Whether Kafka can be reached. */
  boolean healthy() {
    return healthy;
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> member = clients.member()) {
        reading = member;
        read(member);
      } catch (WakeupException e) {
        LOG.debug("woken up to close");
      } catch (KafkaException | IllegalStateException e) {
        LOG.warn("{} cannot be read, trying again", Topics.ALERTS, e);
        pause();
      } finally {
        healthy = false;
        endShift();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> member) {
    int partitions = member.partitionsFor(Topics.ALERTS).size();
    if (partitions != 1) {
      throw new IllegalStateException(
          partitions
              + " partitions of "
              + Topics.ALERTS
              + ": expected 1, which one notifier reads");
    }
    member.subscribe(List.of(Topics.ALERTS), new Listener(member));
    while (closing.getCount() > 0) {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      member.poll(POLL).forEach(records::add);
      healthy = true;
      Shift present = shift;
      if (present != null) {
        heardAt = System.nanoTime();
        boolean upToDate = member.position(ALERTS) >= end;
        if (!records.isEmpty() || upToDate) {
          loop.run(() -> present.take(records, upToDate));
        }
      }
    }
  }

  /** Called while the member polls. */
  private final class Listener implements ConsumerRebalanceListener {

    private final KafkaConsumer<byte[], byte[]> member;

    Listener(KafkaConsumer<byte[], byte[]> member) {
      this.member = member;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.contains(ALERTS)) {
        member.seekToBeginning(List.of(ALERTS));
        end = member.endOffsets(List.of(ALERTS)).getOrDefault(ALERTS, 0L);
        shift = duties.begin.apply(delivered());
        LOG.info("on duty");
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(ALERTS)) {
        endShift();
      }
    }
  }

  private KafkaLedger delivered() {
    KafkaLedger ledger = duties.ledgers.empty();
    try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
      List<TopicPartition> all = List.of(DELIVERIES);
      reader.assign(all);
      reader.seekToBeginning(all);
      long last = reader.endOffsets(all).getOrDefault(DELIVERIES, 0L);
      while (reader.position(DELIVERIES) < last && closing.getCount() > 0) {
        reader
            .poll(POLL)
            .forEach(r -> ledger.restore(new String(r.key(), StandardCharsets.UTF_8), r.value()));
      }
    }
    return ledger;
  }

  private void endShift() {
    Shift ended = shift;
    shift = null;
    heardAt = System.nanoTime() - lease.toNanos();
    if (ended != null) {
      LOG.info("off duty");
      loop.run(() -> duties.over.accept(ended));
    }
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

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<byte[], byte[]> member = reading;
    if (member != null) {
      member.wakeup();
    }
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
