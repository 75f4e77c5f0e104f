// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Tells when results are in Kafka. Made by the producer, by its name. */
@SuppressWarnings("NullAway.Init") // configure() is called before anything else.
public final class LastAcknowledged implements ProducerInterceptor<byte[], byte[]> {

  /** The setting of the producer under which it finds whom to tell. */
  static final String PROGRESS = "peer.progress";

  private Progress progress;

  @Override
  public void configure(Map<String, ?> settings) {
    progress = (Progress) Objects.requireNonNull(settings.get(PROGRESS));
  }

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
    return sent;
  }

  @Override
  public void onAcknowledgement(RecordMetadata unused, @Nullable Exception failure) {
    progress.acknowledged();
  }

  @Override
  public void close() {}
}
