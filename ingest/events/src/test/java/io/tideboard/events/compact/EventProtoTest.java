// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import io.tideboard.events.Direction;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.Initiative;
import io.tideboard.events.Party;
import io.tideboard.events.WireName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that others use says what this code writes. */
class EventProtoTest {

  private static final Pattern NUMBERED = Pattern.compile("(\\w+) = (\\d+);");

  /** Fields whose number in the schema has a unit in its name, or another name than in JSON. */
  private static final Map<EventField, String> NAMES =
      Map.of(EventField.TIME, "lag_us", EventField.INTERVAL, "interval_us");

  @Test
  void everyFieldHasTheNumberThatTheSchemaSays() throws IOException {
    Map<String, Integer> ours = new LinkedHashMap<>();
    ours.put("received_at_us", CompactForm.RECEIVED_AT);
    ours.put("type", CompactForm.TYPE);
    for (EventField field : EventField.values()) {
      ours.put(NAMES.getOrDefault(field, field.name().toLowerCase(Locale.ROOT)), field.number());
    }

    assertThat(numbers("message Event")).isEqualTo(ours);
  }

  @Test
  void everyTypeHasTheNumberThatTheSchemaSays() throws IOException {
    Map<String, Integer> ours = new LinkedHashMap<>();
    ours.put("EVENT_TYPE_UNSPECIFIED", 0);
    Arrays.stream(EventType.values()).forEach(type -> ours.put(type.name(), type.number()));

    assertThat(numbers("enum EventType")).isEqualTo(ours);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Channel.class,
        Direction.class,
        Initiative.class,
        AgentState.class,
        Party.class,
        FeedbackKind.class
      })
  void everyChoiceHasTheNumberThatTheSchemaSays(Class<? extends WireName> type) throws IOException {
    String name = type.getSimpleName();
    String prefix = name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_";
    Map<String, Integer> ours = new LinkedHashMap<>();
    ours.put(prefix + "UNSPECIFIED", 0);
    for (WireName constant : type.getEnumConstants()) {
      ours.put(prefix + constant.name(), constant.number());
    }

    assertThat(numbers("enum " + name)).isEqualTo(ours);
  }

  private static Map<String, Integer> numbers(String block) throws IOException {
    String schema;
    try (InputStream in = CompactForm.class.getResourceAsStream("event.proto")) {
      schema = new String(in.readAllBytes(), UTF_8);
    }
    int start = schema.indexOf(block + " {");
    Matcher matcher = NUMBERED.matcher(schema.substring(start, schema.indexOf("\n}", start)));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    while (matcher.find()) {
      numbers.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
    }
    return numbers;
  }
}
