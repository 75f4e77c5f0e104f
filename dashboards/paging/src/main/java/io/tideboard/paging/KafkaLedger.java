// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The ledger in {@code tideboard.deliveries}. */
final class KafkaLedger implements Ledger {

  private final Producer<byte[], byte[]> producer;
  private final Map<String, Delivery> deliveries = new HashMap<>();
  private final Map<String, DeadLetter> letters = new ConcurrentHashMap<>();

  KafkaLedger(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Takes a record that was written before this one went on duty. */
  void restore(String key, byte @Nullable [] value) {
    if (value == null) {
      deliveries.remove(key);
      letters.remove(key);
      return;
    }
    JsonNode json = Json.parse(value);
    if (key.startsWith(DeadLetter.PREFIX)) {
      letters.put(key, DeadLetter.read(json));
    } else {
      deliveries.put(key, Delivery.read(json));
    }
  }

  @Override
  public @Nullable Delivery of(String receiver, String cause) {
    return deliveries.get(Delivery.key(receiver, cause));
  }

  @Override
  public CompletableFuture<Void> write(Delivery delivery) {
    deliveries.put(delivery.key(), delivery);
    return send(delivery.key(), delivery.write());
  }

  @Override
  public void giveUp(DeadLetter letter) {
    letters.put(letter.key(), letter);
    CompletableFuture<Void> unawaited = send(letter.key(), Json.bytes(letter.json()));
    assert unawaited != null;
  }

  @Override
  public List<DeadLetter> deadLetters() {
    return letters.values().stream().sorted(Comparator.comparing(DeadLetter::at)).toList();
  }

  private CompletableFuture<Void> send(String key, byte[] value) {
    CompletableFuture<Void> safe = new CompletableFuture<>();
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(Topics.DELIVERIES, name, value),
        (metadata, failure) -> {
          if (failure == null) {
            safe.complete(null);
          } else {
            safe.completeExceptionally(failure);
          }
        });
    return safe;
  }
}
