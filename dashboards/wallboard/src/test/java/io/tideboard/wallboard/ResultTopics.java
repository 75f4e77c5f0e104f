// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import io.tideboard.core.agents.AgentResults;
import io.tideboard.core.agents.AgentStatus;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.results.AbandonRecord;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.results.Results;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes results as the jobs do. */
public final class ResultTopics implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  public ResultTopics(EmbeddedKafka kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void tell(QueueStatus status) {
    send(Topics.QUEUES, status.key().wire(), Results.write(status));
  }

  /** Told once something else has been told. */
  public void begin(IntervalRow row) {
    producer.send(new ProducerRecord<>(Topics.INTERVALS, row.wire(), Results.write(row)));
  }

  public void tell(IntervalRow row) {
    send(Topics.INTERVALS, row.wire(), Results.write(row));
  }

  public void tell(BreachRecord breach) {
    send(Topics.BREACHES, breach.breach().id(), Results.write(breach));
  }

  public void tell(AbandonRecord abandon) {
    send(Topics.ABANDONS, abandon.abandon().id(), Results.write(abandon));
  }

  public void tell(AlertEpisode episode) {
    send(Topics.ALERTS, episode.id(), AlertJson.write(episode));
  }

  public void tell(AgentStatus status) {
    send(Topics.AGENTS, status.agent(), AgentResults.write(status));
  }

  public void tell(TeamStatus status) {
    send(Topics.QUEUES, status.wire(), AgentResults.write(status));
  }

  public void tell(TeamRow row) {
    send(Topics.INTERVALS, row.wire(), AgentResults.write(row));
  }

  public void send(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
