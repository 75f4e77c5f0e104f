// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to Kafka in their order and waits for all acknowledgements, as long as it takes:
 * for records that are safe elsewhere meanwhile. Connects when there is something to send. One
 * thread sends; any may close.
 */
public final class OrderedSender implements AutoCloseable {

  private static final long LOOK_MILLIS = 100;

  private final KafkaSettings settings;
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private volatile boolean closed;

  /** Does not connect yet. */
  public OrderedSender(KafkaSettings settings) {
    this.settings = settings;
  }

  /**
   * Sends the records.
   *
   * @return why not all of them are known to be in Kafka; null when they are
   */
  public @Nullable String send(List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    try {
      KafkaProducer<byte[], byte[]> connected = connected();
      // Waits for a topic's metadata before the first record: to fail midway would double the rest.
      records.stream().map(ProducerRecord::topic).distinct().forEach(connected::partitionsFor);
      Acknowledgements all = new Acknowledgements(records.size());
      records.forEach(record -> connected.send(record, all));
      while (!closed && !all.await()) {
        // Nothing to do but wait: the producer tries again by itself.
      }
      String failure = closed ? "the gateway is closing" : all.failure();
      if (failure != null) {
        rest();
      }
      return failure;
    } catch (KafkaException | IllegalStateException e) {
      rest();
      return e.toString();
    }
  }

  /** Lets go of the connections until there is something to send. */
  public void rest() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  /** Sends nothing more; what is being sent may be in Kafka or not. */
  @Override
  public void close() {
    closed = true;
  }

  private KafkaProducer<byte[], byte[]> connected() {
    KafkaProducer<byte[], byte[]> connected = producer;
    if (connected == null) {
      connected =
          new KafkaProducer<>(
              ClientProperties.orderedProducer(settings),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = connected;
    }
    return connected;
  }

  private static final class Acknowledgements implements Callback {
    private final CountDownLatch missing;
    private volatile @Nullable Exception failure;

    Acknowledgements(int records) {
      this.missing = new CountDownLatch(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
      if (exception != null) {
        failure = exception;
      }
      missing.countDown();
    }

    boolean await() throws InterruptedException {
      return missing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Nullable String failure() {
      return failure == null ? null : failure.toString();
    }
  }
}
