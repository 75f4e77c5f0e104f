// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.events.Topics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event is refused for itself, with code, field, value and what was expected. */
class BadInputIT {

  @RegisterExtension static final Running running = Running.forAll();

  static Stream<Arguments> wrongEvents() {
    Instant now = Instant.now();
    String good = Told.queued("ID", now);
    String time = "\"" + now + "\"";
    return Stream.of(
        wrong("unknown_type", "type", good.replace("interaction.queued", "interaction.lost")),
        wrong("missing_field", "type", good.replace("\"type\"", "\"kind\"")),
        wrong("missing_field", "id", good.replace("\"id\":\"ID\",", "")),
        wrong("missing_field", "time", good.replace("\"time\"", "\"when\"")),
        wrong("missing_field", "interaction", good.replace("\"interaction\"", "\"call\"")),
        wrong("missing_field", "queue", good.replace("\"queue\"", "\"line\"")),
        wrong("too_long", "queue", good.replace("sales", "s".repeat(129))),
        wrong("wrong_type", "queue", good.replace("\"sales\"", "7")),
        wrong("wrong_type", "interaction", good.replace("\"contact-ID\"", "{\"id\":1}")),
        wrong("wrong_type", "time", good.replace(time, "1764000000")),
        wrong("invalid_value", "channel", good.replace("voice", "telex")),
        wrong("invalid_time", "time", good.replace(now.toString(), "yesterday")),
        wrong("time_without_offset", "time", good.replace(now.toString(), "2026-03-01T10:00:00")),
        wrong("time_in_future", "time", Told.queued("ID", now.plus(Duration.ofMinutes(6)))),
        wrong("too_late", "time", Told.queued("ID", now.minus(Duration.ofHours(25)))));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("wrongEvents")
  void aWrongEventIsRefusedByName(String code, String field, String event) {
    HttpResponse<String> answer = running.post("application/json", event);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = Running.json(answer.body());
    assertThat(body.get("accepted").asInt()).isZero();
    JsonNode refused = body.get("rejected").get(0);
    assertThat(refused.get("code").asText()).isEqualTo(code);
    assertThat(refused.get("field").asText()).isEqualTo(field);
    assertThat(refused.get("message").asText()).contains("expected");
    assertThat(refused.get("index").asInt()).isZero();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("wrongEvents")
  void aWrongEventCostsItsNeighboursNothing(String code, String field, String event) {
    HttpResponse<String> answer =
        running.post(
            "application/json",
            "[" + Told.queued("before") + "," + event + "," + Told.queued("after") + "]");
    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode body = Running.json(answer.body());
    assertThat(body.get("accepted").asInt()).isEqualTo(2);
    assertThat(body.get("rejected")).hasSize(1);
    assertThat(body.get("rejected").get(0).get("index").asInt()).isEqualTo(1);
    assertThat(body.get("rejected").get(0).get("code").asText()).isEqualTo(code);
  }

  @Test
  void whatWasRefusedIsKeptWithTheReason() {
    String event = Told.queued("kept", Instant.now()).replace("voice", "pigeon");
    running.post("application/json", event);
    JsonNode kept = keptWith("pigeon");
    assertThat(kept.get("code").asText()).isEqualTo("invalid_value");
    assertThat(kept.get("field").asText()).isEqualTo("channel");
    assertThat(kept.get("value").asText()).isEqualTo("pigeon");
    assertThat(kept.get("message").asText()).contains("expected");
    assertThat(kept.get("source").asText()).isEqualTo("pbx");
    assertThat(Instant.parse(kept.get("receivedAt").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(Running.json(kept.get("original").asText())).isEqualTo(Running.json(event));
  }

  @Test
  void anEventThatComesTooLateIsKept() {
    running.post(
        "application/json", Told.queued("long-ago", Instant.now().minus(Duration.ofDays(2))));
    JsonNode kept = keptWith("long-ago");
    assertThat(kept.get("code").asText()).isEqualTo("too_late");
    assertThat(Running.json(kept.get("original").asText()).get("id").asText())
        .isEqualTo("long-ago");
  }

  private static JsonNode keptWith(String text) {
    return running.records(Topics.REJECTED).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .filter(value -> value.contains(text))
        .map(Running::json)
        .findFirst()
        .orElseThrow();
  }

  private static Arguments wrong(String code, String field, String event) {
    return Arguments.of(code, field, event);
  }
}
