// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tideboard.core.calendar.Durations;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.events.WireName;
import io.tideboard.events.access.KeyHash;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes settings as the file that would say the same. */
final class ConfigPrinter {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private ConfigPrinter() {}

  static String yaml(Map<Key, Object> settings) {
    Map<String, Object> tree = new LinkedHashMap<>();
    settings.forEach((key, value) -> put(key, plain(value), tree));
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(tree + " cannot be written as YAML", e);
    }
  }

  private static void put(Key key, Object value, Map<String, Object> tree) {
    Map<String, Object> at = member(tree, key.section());
    if (!key.item().isEmpty()) {
      at = member(at, key.item());
    }
    String[] names = key.name().split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = member(at, names[i]);
    }
    at.put(names[names.length - 1], value);
  }

  @SuppressWarnings("unchecked") // every inner node is made here
  private static Map<String, Object> member(Map<String, Object> tree, String name) {
    return (Map<String, Object>) tree.computeIfAbsent(name, absent -> new LinkedHashMap<>());
  }

  private static Object plain(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Duration duration) {
      return Durations.format(duration);
    }
    if (value instanceof WireName named) {
      return named.wire();
    }
    if (value instanceof OpeningHours hours) {
      Map<String, Object> days = new LinkedHashMap<>();
      hours.inOrder((day, times) -> days.put(day, times.toString()));
      return days;
    }
    if (value instanceof KeyHash hash) {
      return hash.text();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), plain(member)));
      return members;
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(ConfigPrinter::plain).toList();
    }
    return value.toString();
  }
}
