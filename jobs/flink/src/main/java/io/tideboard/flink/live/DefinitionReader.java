// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.flink.state.Types;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records of {@code tideboard.config}; one without a value deletes a definition. */
final class DefinitionReader implements KafkaRecordDeserializationSchema<Control> {

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Control> out) {
    if (record.key() != null) {
      byte[] value = record.value() == null ? new byte[0] : record.value();
      out.collect(
          new Control(record.topic(), new String(record.key(), StandardCharsets.UTF_8), value));
    }
  }

  @Override
  public TypeInformation<Control> getProducedType() {
    return Types.CONTROL;
  }
}
