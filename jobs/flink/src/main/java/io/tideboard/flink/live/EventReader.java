// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.flink.state.Types;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records of the event log as they are: their bytes are read where they are needed. */
final class EventReader implements KafkaRecordDeserializationSchema<KeyedEvent> {

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KeyedEvent> out) {
    if (record.key() != null && record.value() != null) {
      out.collect(new KeyedEvent(new String(record.key(), StandardCharsets.UTF_8), record.value()));
    }
  }

  @Override
  public TypeInformation<KeyedEvent> getProducedType() {
    return Types.KEYED_EVENT;
  }
}
