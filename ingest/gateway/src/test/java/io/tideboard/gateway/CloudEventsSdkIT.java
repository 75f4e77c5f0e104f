// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.tideboard.events.AcceptedEvent;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the CloudEvents SDK writes, in each mode. It does not percent-encode the values of headers,
 * as the standard wants it, so they are plain here; {@code AnswersIT} has the encoded ones.
 */
class CloudEventsSdkIT {

  private static final OffsetDateTime TIME =
      OffsetDateTime.now(ZoneOffset.ofHours(2)).truncatedTo(ChronoUnit.MICROS);

  @RegisterExtension static final Running running = Running.forAll();

  @Test
  void anEventInBinaryModeArrivesAsItWasMeant() {
    accepted(send(event("sdk-binary"), false), 1);
    arrivedAsMeant("sdk-binary");
  }

  @Test
  void anEventInStructuredModeArrivesAsItWasMeant() {
    accepted(send(event("sdk-structured"), true), 1);
    arrivedAsMeant("sdk-structured");
  }

  @Test
  void aBatchArrivesAsItWasMeant() {
    String batch =
        Stream.of("sdk-batch-1", "sdk-batch-2")
            .map(id -> structured(event(id)))
            .collect(Collectors.joining(",", "[", "]"));
    accepted(running.post("application/cloudevents-batch+json", batch), 2);
    arrivedAsMeant("sdk-batch-1");
    arrivedAsMeant("sdk-batch-2");
  }

  @Test
  void anEventInAWebSocketArrivesAsItWasMeant() {
    try (Socketed socket = Socketed.open(running.uri("/v1/events"))) {
      assertThat(socket.ask(structured(event("sdk-socket")))).isEqualTo("{\"accepted\":1}");
    }
    arrivedAsMeant("sdk-socket");
  }

  private static CloudEvent event(String id) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(URI.create("https://pbx.example/site-one?x=1"))
        .withType("io.tideboard.interaction.queued")
        .withSubject("contact " + id)
        .withTime(TIME)
        .withExtension("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .withData(
            "application/json",
            "{\"channel\":\"voice\",\"queue\":\"Verk\u00e4ufe\"}".getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static String structured(CloudEvent event) {
    byte[] json =
        EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE).serialize(event);
    return new String(json, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(CloudEvent event, boolean structured) {
    HttpRequest.Builder request = HttpRequest.newBuilder(running.uri("/v1/events"));
    MessageWriter<?, ?> writer =
        HttpMessageFactory.createWriter(
            request::header, body -> request.POST(BodyPublishers.ofByteArray(body)));
    if (structured) {
      writer.writeStructured(event, JsonFormat.CONTENT_TYPE);
    } else {
      writer.writeBinary(event);
    }
    return running.send(request.build());
  }

  private static void accepted(HttpResponse<String> answer, int events) {
    assertThat(answer.body()).isEqualTo("{\"accepted\":" + events + "}");
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private static void arrivedAsMeant(String id) {
    AcceptedEvent arrived =
        running.records(Topics.EVENTS).stream()
            .map(record -> CompactForm.decode(record.value()))
            .filter(accepted -> accepted.event().header().id().equals(id))
            .findFirst()
            .orElseThrow();
    InteractionEvent event = (InteractionEvent) arrived.event();
    assertThat(event.header().source()).isEqualTo(event(id).getSource().toString());
    assertThat(event.header().occurredAt()).isEqualTo(TIME.toInstant());
    assertThat(event.key()).isEqualTo(event(id).getSubject());
    assertThat(event.toString()).contains("Verk\u00e4ufe");
  }
}
