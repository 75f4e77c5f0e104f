// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.tideboard.events.Topics;
import io.tideboard.gateway.admission.Admitted;
import io.tideboard.gateway.admission.EventRecord;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The log in Kafka: one idempotent producer, shared by all connections, acks=all. */
public final class KafkaEventLog implements EventLog {

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaClientMetrics producerMetrics;
  private final LogProbe probe;
  private final Duration deliveryTimeout;

  /** Connects in the background; see {@link #awaitWritable}. */
  public KafkaEventLog(KafkaSettings settings, MeterRegistry metrics) {
    this.producer =
        new KafkaProducer<>(
            ClientProperties.producer(settings),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.producerMetrics = new KafkaClientMetrics(producer);
    producerMetrics.bindTo(metrics);
    this.deliveryTimeout = settings.deliveryTimeout();
    this.probe = new LogProbe(settings, producer);
  }

  @Override
  public void append(Admitted admitted, Outcome outcome) {
    List<EventRecord> accepted = admitted.accepted();
    List<EventRecord> rejected = admitted.rejected();
    if (accepted.isEmpty() && rejected.isEmpty()) {
      outcome.settled(null);
      return;
    }
    Countdown countdown = new Countdown(accepted.size() + rejected.size(), watched(outcome));
    for (int i = 0; i < accepted.size(); i++) {
      send(Topics.EVENTS, accepted.get(i), countdown);
    }
    if (!rejected.isEmpty()) {
      Callback arrived = (metadata, failure) -> countdown.arrived();
      rejected.forEach(event -> send(Topics.REJECTED, event, arrived));
    }
  }

  @Override
  public @Nullable String trouble() {
    return probe.trouble();
  }

  @Override
  public boolean awaitWritable(Duration longest) {
    return probe.awaitWritable(longest);
  }

  @Override
  public void close() {
    probe.close();
    producer.close(deliveryTimeout);
    producerMetrics.close();
  }

  private Outcome watched(Outcome outcome) {
    return failure -> {
      if (failure != null) {
        probe.failed(failure);
      }
      outcome.settled(failure);
    };
  }

  private void send(String topic, EventRecord event, Callback callback) {
    try {
      producer.send(new ProducerRecord<>(topic, event.key(), event.value()), callback);
    } catch (KafkaException | IllegalStateException e) {
      // Most failures come through the callback; a closed or fenced producer throws instead.
      callback.onCompletion(null, e);
    }
  }
}
