// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes each publication to its own topic. */
final class PublicationWriter implements KafkaRecordSerializationSchema<Publication> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Publication publication, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        publication.topic(),
        publication.key().getBytes(StandardCharsets.UTF_8),
        publication.value().length == 0 ? null : publication.value());
  }
}
