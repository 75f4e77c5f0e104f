// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.tideboard.events.Event;
import io.tideboard.events.SampleEvents;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The CloudEvents SDK for Java writes what we read, and reads what we write. */
class CloudEventsSdkTest {

  private static final List<Event> SAMPLES = SampleEvents.ofEveryType();

  private final JsonFormat sdk = new JsonFormat();
  private final EventDecoder decoder = new EventDecoder("nobody");

  @Test
  void theSdkReadsWhatWeWrite() {
    for (Event event : SAMPLES) {
      CloudEvent read = sdk.deserialize(EventEncoder.cloudEvent(event));

      assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(read.getId()).isEqualTo(event.header().id());
      assertThat(read.getSource()).hasToString(event.header().source());
      assertThat(read.getType()).isEqualTo("io.tideboard." + event.type().wire());
      assertThat(Objects.requireNonNull(read.getTime()).toInstant())
          .isEqualTo(event.header().occurredAt());
      assertThat(read.getSubject()).isEqualTo(event.type().subject() == null ? null : event.key());
      assertThat(read.getDataContentType()).isEqualTo("application/json");
    }
  }

  @Test
  void weReadWhatTheSdkWritesAfterItReadOurs() {
    for (Event event : SAMPLES) {
      byte[] rewritten = sdk.serialize(sdk.deserialize(EventEncoder.cloudEvent(event)));

      assertThat(decoder.decodeOne(rewritten)).isEqualTo(event);
    }
  }

  @Test
  void weReadAnEventBuiltWithTheSdk() {
    CloudEvent built =
        CloudEventBuilder.v1()
            .withId("e-1")
            .withSource(URI.create("https://pbx.example.com/1"))
            .withType("io.tideboard.interaction.queued")
            .withTime(OffsetDateTime.parse("2026-03-02T09:30:00.25+01:00"))
            .withSubject("call-7")
            .withExtension("agent", "an extension that happens to have a field's name")
            .withData(
                "application/json",
                "{\"queue\": \"sales\", \"channel\": \"voice\"}".getBytes(UTF_8))
            .build();

    Event event = decoder.decodeOne(sdk.serialize(built));

    assertThat(new String(EventEncoder.plain(event), UTF_8))
        .isEqualTo(
            """
            {"id":"e-1","source":"https://pbx.example.com/1","type":"interaction.queued",\
            "time":"2026-03-02T08:30:00.250Z","interaction":"call-7","channel":"voice",\
            "queue":"sales"}""");
  }

  @Test
  void weReadABatchOfTheSdksStructuredEvents() {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    batch.write('[');
    for (Event event : SAMPLES) {
      if (batch.size() > 1) {
        batch.write(',');
      }
      batch.writeBytes(sdk.serialize(sdk.deserialize(EventEncoder.cloudEvent(event))));
    }
    batch.write(']');
    byte[] body = batch.toByteArray();

    assertThat(decoder.decode(EventFormat.CLOUDEVENT_BATCH, body, 0, body.length))
        .map(decoded -> ((Decoded.Valid) decoded).event())
        .isEqualTo(SAMPLES);
  }
}
