// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.clock.Micros;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes episodes as the job does, and events as the gateway does. */
final class AlertTopic implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  AlertTopic(EmbeddedKafka kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** One of that queue that opens now. */
  AlertEpisode open(String queue) {
    int second = (int) Instant.now().minusSeconds(Episodes.NOON.getEpochSecond()).getEpochSecond();
    AlertEpisode episode = Episodes.open(queue, second);
    tell(episode);
    return episode;
  }

  void close(AlertEpisode episode) {
    tell(episode.close(io.tideboard.core.alerts.CloseReason.CLEARED, Micros.of(Instant.now())));
  }

  void tell(AlertEpisode episode) {
    send(Topics.ALERTS, episode.id(), AlertJson.write(episode));
  }

  void log(Event event) {
    send(Topics.EVENTS, event.key(), CompactForm.encode(event, event.header().occurredAt()));
  }

  void send(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
