// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswersIT {

  private static final String JSON = "application/json";

  @RegisterExtension static final Running running = Running.forAll();

  @Test
  void aValidEventIsInKafkaWhenItsAcceptanceIsAnswered() {
    Instant before = Instant.now();
    HttpResponse<String> answer = running.post(JSON, Told.queued("plain-1"));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1}");

    ConsumerRecord<byte[], byte[]> record = only("contact-plain-1");
    AcceptedEvent accepted = CompactForm.decode(record.value());
    assertThat(accepted.event().header().id()).isEqualTo("plain-1");
    assertThat(accepted.event().header().source()).isEqualTo("pbx");
    assertThat(accepted.receivedAt()).isBetween(before.minusMillis(1), Instant.now());
  }

  @Test
  void anArrayOfEventsIsAcceptedWhole() {
    HttpResponse<String> answer =
        running.post(JSON, "[" + Told.queued("array-1") + "," + Told.queued("array-2") + "]");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
    only("contact-array-1");
    only("contact-array-2");
  }

  @Test
  void eventsOneALineAreAccepted() {
    HttpResponse<String> answer =
        running.post(
            "application/x-ndjson", Told.queued("line-1") + "\n\n" + Told.queued("line-2") + "\n");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
  }

  @Test
  void aCloudEventIsAcceptedInEachMode() {
    assertThat(running.post("application/cloudevents+json", Told.cloudEvent("ce-1")).statusCode())
        .isEqualTo(202);
    assertThat(
            running
                .post(
                    "application/cloudevents-batch+json; charset=utf-8",
                    "[" + Told.cloudEvent("ce-2") + "," + Told.cloudEvent("ce-3") + "]")
                .body())
        .isEqualTo("{\"accepted\":2}");
    HttpResponse<String> binary =
        running.post(
            JSON,
            "{\"channel\":\"voice\",\"queue\":\"sales\"}".getBytes(StandardCharsets.UTF_8),
            "ce-specversion",
            "1.0",
            "ce-id",
            "ce-4",
            "ce-source",
            "pbx%20one",
            "ce-type",
            "io.tideboard.interaction.queued",
            "ce-subject",
            "contact-ce-4",
            "ce-time",
            Instant.now().toString());
    assertThat(binary.statusCode()).isEqualTo(202);
    assertThat(CompactForm.decode(only("contact-ce-4").value()).event().header().source())
        .isEqualTo("pbx one");
  }

  @Test
  void aCompressedBodyIsAccepted() {
    byte[] body = gzip(Told.queued("gzip-1").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer = running.post(JSON, body, "Content-Encoding", "gzip");
    assertThat(answer.body()).isEqualTo("{\"accepted\":1}");
    only("contact-gzip-1");
  }

  @Test
  void anEventSentTwiceIsAcceptedTwice() {
    String event = Told.queued("twice");
    assertThat(running.post(JSON, event).statusCode()).isEqualTo(202);
    assertThat(running.post(JSON, event).statusCode()).isEqualTo(202);
    assertThat(events("contact-twice")).hasSize(2);
  }

  @Test
  void anEmptyBatchIsAccepted() {
    assertThat(running.post(JSON, "[]").body()).isEqualTo("{\"accepted\":0}");
  }

  @Test
  void whatIsWrongInABatchIsNamedAndTheRestAccepted() {
    String wrong = Told.queued("wrong-type").replace("interaction.queued", "interaction.paused");
    HttpResponse<String> answer =
        running.post(JSON, "[" + Told.queued("part-1") + "," + wrong + ",7]");
    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode body = Running.json(answer.body());
    assertThat(body.get("accepted").asInt()).isEqualTo(1);
    JsonNode first = body.get("rejected").get(0);
    assertThat(first.get("index").asInt()).isEqualTo(1);
    assertThat(first.get("id").asText()).isEqualTo("wrong-type");
    assertThat(first.get("code").asText()).isEqualTo("unknown_type");
    assertThat(first.get("field").asText()).isEqualTo("type");
    assertThat(first.get("value").asText()).isEqualTo("interaction.paused");
    assertThat(first.get("message").asText()).contains("interaction.paused", "expected");
    JsonNode second = body.get("rejected").get(1);
    assertThat(second.get("index").asInt()).isEqualTo(2);
    assertThat(second.get("id").isNull()).isTrue();
    assertThat(second.get("code").asText()).isEqualTo("not_an_object");
    only("contact-part-1");
    assertThat(events("contact-wrong-type")).isEmpty();
  }

  @Test
  void aRequestWithoutAnyAcceptableEventIsBad() {
    HttpResponse<String> answer =
        running.post("application/x-ndjson", "{\"id\":\"a\"}\nnot JSON\n");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = Running.json(answer.body());
    assertThat(body.get("accepted").asInt()).isZero();
    assertThat(body.get("rejected").findValuesAsText("code"))
        .containsExactly("missing_field", "malformed_json");
  }

  @Test
  void aBodyThatIsNoJsonIsBadAsAWhole() {
    HttpResponse<String> answer = running.post(JSON, "[" + Told.queued("cut") + ",{\"id\":");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = Running.json(answer.body());
    assertThat(body.get("code").asText()).isEqualTo("malformed_json");
    assertThat(body.get("message").asText()).isNotBlank();
    assertThat(events("contact-cut")).isEmpty();
  }

  @Test
  void whatEverArrivesIsCountedOnce() {
    double received = running.metric("tideboard_gateway_received_total");
    running.post(JSON, "[" + Told.queued("counted-1") + ",{}," + Told.queued("counted-2") + "]");
    running.post(JSON, "{");
    assertThat(running.metric("tideboard_gateway_received_total")).isEqualTo(received + 4);
    assertThat(running.metric("tideboard_gateway_received_total"))
        .isEqualTo(
            running.metric("tideboard_gateway_accepted_total")
                + running.metric("tideboard_gateway_rejected_total"));
    assertThat(running.metric("tideboard_gateway_accepted_total"))
        .isEqualTo(
            running.metric("tideboard_gateway_published_total")
                + running.metric("tideboard_gateway_failed_total"));
  }

  private static ConsumerRecord<byte[], byte[]> only(String key) {
    List<ConsumerRecord<byte[], byte[]>> events = events(key);
    assertThat(events).as("events of " + key).hasSize(1);
    return events.get(0);
  }

  private static List<ConsumerRecord<byte[], byte[]>> events(String key) {
    return running.records(Topics.EVENTS).stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key))
        .toList();
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return compressed.toByteArray();
  }
}
