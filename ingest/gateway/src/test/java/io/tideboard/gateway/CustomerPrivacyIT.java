// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerPrivacyIT {

  private static final String NUMBER = "+49 30 7654321";
  private static final String DIGITS = "7654321";
  private static final String ADDRESS = "Erika.Mustermann@example.org";

  @Test
  void noCustomerIsInAnyTopicInClear() {
    try (Running running = Running.start()) {
      String event = Told.queuedBy("c-1", NUMBER);
      List<String> bodies =
          List.of(
              event,
              Told.queuedBy("c-2", ADDRESS),
              event.replace("interaction.queued", "no.such.type"),
              event.replace("\"pbx\"", "7"),
              event.replace("\"" + NUMBER + "\"", "497654321"),
              event.replace("\"" + NUMBER + "\"", "{\"phone\":\"" + NUMBER + "\"}"),
              event.replace(NUMBER, NUMBER.repeat(30)),
              event.replace("}", ",\"customer\":\"" + ADDRESS + "\"} x"),
              "[\"" + NUMBER + "\"]",
              "[" + event + ",{\"customer\":\"" + ADDRESS + "\"",
              NUMBER,
              event.replace("\"2", "\"x2"),
              event.replace("\"sales\"", "[\"" + NUMBER + "\"]"));
      for (String body : bodies) {
        running.post("application/json", body);
        running.post("application/x-ndjson", body);
      }
      assertThat(running.records(Topics.REJECTED)).hasSizeGreaterThan(bodies.size());
      Stream.of(Topics.EVENTS, Topics.REJECTED)
          .flatMap(topic -> running.records(topic).stream())
          .forEach(
              record ->
                  assertThat(
                          new String(record.key(), StandardCharsets.UTF_8)
                              + new String(record.value(), StandardCharsets.UTF_8))
                      .doesNotContain(DIGITS)
                      .doesNotContainIgnoringCase("mustermann"));
    }
  }

  @Test
  void oneCustomerHasOnePseudonymHoweverTheNumberIsWritten() {
    try (Running running = Running.start()) {
      running.post("application/json", Told.queuedBy("n-1", NUMBER));
      running.post("application/json", Told.queuedBy("n-2", "0049 (30) 765-4321"));
      List<String> pseudonyms =
          running.records(Topics.EVENTS).stream()
              .map(record -> CompactForm.decode(record.value()).event())
              .map(event -> ((InteractionEvent) event).contact().customer())
              .distinct()
              .toList();
      assertThat(pseudonyms).hasSize(1);
    }
  }
}
