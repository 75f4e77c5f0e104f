// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.core.tally.LifetimeTally;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.core.tally.Timing;
import io.tideboard.events.Topics;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Queues that change all the time, as the live job would publish them: every figure that a queue
 * can have is there, and different from the last time.
 */
final class BusyQueues implements AutoCloseable {

  private static final int CONTACTS = 60;
  private static final List<String> CHANNELS = List.of("voice", "chat", "email", "messaging");

  private final Random random = new Random(7);
  private final KafkaProducer<String, byte[]> producer;
  private long revision;

  BusyQueues(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes a change of the queue of that number; of four in a row each is another channel. */
  void change(int number, int channels) {
    String channel = CHANNELS.get(number % channels);
    QueueKey key = new QueueKey("Customer care " + number / channels, channel);
    var unused =
        producer.send(new ProducerRecord<>(Topics.QUEUES, key.wire(), Results.write(status(key))));
  }

  void flush() {
    producer.flush();
  }

  private QueueStatus status(QueueKey key) {
    long now = Micros.of(Instant.now());
    QueueTally tally = new QueueTally();
    LifetimeTally lifetime = new LifetimeTally();
    for (Measure measure : Measure.values()) {
      tally.add(measure, 1 + random.nextInt(10_000));
    }
    for (int i = 0; i < CONTACTS; i++) {
      long took = random.nextInt(600) * Micros.SECOND;
      for (Sample sample : Sample.values()) {
        tally.add(sample, took, 1);
      }
      for (Timing timing : Timing.values()) {
        lifetime.time(timing, took, 20 * Micros.SECOND, 1);
      }
    }
    PeriodCounts counts = PeriodCounts.of(QueueDefinition.DEFAULT.judge(tally, key.channel()));
    return new QueueStatus(
        key,
        new QueueStatus.Freshness(++revision, now),
        new QueueStatus.Line(
            random.nextInt(40), OptionalLong.of(now - took(90)), 3, 1, random.nextInt(30)),
        new QueueStatus.Counts(
            random.nextInt(100),
            0,
            Collections.nCopies(Rejection.values().length, 1L),
            counts,
            counts,
            Collections.nCopies(QueueStatus.WINDOW_MINUTES.length, counts),
            lifetime.counts(tally, 1)));
  }

  private long took(int mostSeconds) {
    return random.nextInt(mostSeconds) * Micros.SECOND;
  }

  @Override
  public void close() {
    producer.close();
  }
}
