// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.tideboard.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Kafka can be written: asks twice a second whether every partition of both topics has a
 * leader, and remembers for a while that a write has failed.
 */
final class LogProbe implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogProbe.class);
  private static final List<String> WRITTEN = List.of(Topics.EVENTS, Topics.REJECTED);
  private static final int TIMEOUT_MILLIS = 3000;
  private static final long PERIOD_MILLIS = 500;
  private static final long PERIOD_IN_TROUBLE_MILLIS = 50;

  /** How long a failed write keeps others from trying: long enough to matter, short to notice. */
  private static final long FAILURE_REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();

  private final Admin admin;
  private final Producer<byte[], byte[]> producer;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(LogProbe::thread);
  private final CountDownLatch writable = new CountDownLatch(1);
  private volatile @Nullable String unreachable = "Kafka has not answered yet";
  private volatile @Nullable Failure lastFailure;

  private record Failure(String why, long nanos) {}

  LogProbe(KafkaSettings settings, Producer<byte[], byte[]> producer) {
    this.admin = Admin.create(ClientProperties.admin(settings, TIMEOUT_MILLIS));
    this.producer = producer;
    timer.execute(this::probe);
  }

  @Nullable String trouble() {
    String why = unreachable;
    if (why != null) {
      return why;
    }
    Failure failure = lastFailure;
    return failure != null && System.nanoTime() - failure.nanos < FAILURE_REMEMBERED_NANOS
        ? failure.why
        : null;
  }

  void failed(Exception failure) {
    lastFailure = new Failure("a write failed: " + failure.getMessage(), System.nanoTime());
  }

  boolean awaitWritable(Duration longest) {
    try {
      return writable.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(Duration.ZERO);
  }

  private void probe() {
    String why = ask();
    if (timer.isShutdown()) {
      return;
    }
    if (why != null && unreachable == null) {
      LOG.warn("Kafka cannot be written: {}", why);
    } else if (why == null && unreachable != null) {
      LOG.info("Kafka can be written");
    }
    unreachable = why;
    if (why == null) {
      writable.countDown();
    }
    try {
      long pause = why == null ? PERIOD_MILLIS : PERIOD_IN_TROUBLE_MILLIS;
      var unused = timer.schedule(this::probe, pause, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      return; // closed since we looked
    }
  }

  private @Nullable String ask() {
    try {
      for (TopicDescription topic : admin.describeTopics(WRITTEN).allTopicNames().get().values()) {
        if (topic.partitions().stream().anyMatch(p -> p.leader() == null || p.leader().isEmpty())) {
          return topic.name() + " has a partition without a leader";
        }
      }
      for (String topic : WRITTEN) {
        // Throws when the producer has yet to learn of the topic, and makes it learn.
        producer.partitionsFor(topic);
      }
      return null;
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    } catch (KafkaException | IllegalStateException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the gateway is closing";
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tideboard-log-probe");
    thread.setDaemon(true);
    return thread;
  }
}
