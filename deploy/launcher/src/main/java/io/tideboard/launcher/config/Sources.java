// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was written, in three layers: flags beat the environment, which beats the file.
 * Remembers which keys were asked for, since what nobody asks for is misspelt.
 */
final class Sources {

  private final List<Map<Key, Entry>> layers = new ArrayList<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final Set<Key> known = new LinkedHashSet<>();
  private final Map<Key, Object> effective = new LinkedHashMap<>();
  private final Set<String> understood = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Sources(List<Entry> file, Map<String, String> environment, List<Setting> flags) {
    Map<Key, Entry> flagged = new HashMap<>();
    for (Setting flag : flags) {
      Key key = Key.parse(flag.key());
      flagged.put(key, new Entry(key, flag.value(), flag.flag()));
    }
    Map<Key, Entry> written = new HashMap<>();
    file.forEach(entry -> written.put(entry.key(), entry));
    layers.add(flagged);
    layers.add(written);
    environment.forEach(
        (name, value) -> {
          // Empty is how compose files and shells say "not set".
          if (name.startsWith(Key.VARIABLE_PREFIX) && !value.isEmpty()) {
            variables.put(name, value);
          }
        });
  }

  /** The value of {@code key}, or {@code fallback} where nobody wrote one or it was no good. */
  <T> T read(Key key, ValueType<T> type, T fallback) {
    T value = read(key, type).orElse(fallback);
    effective.put(key, value);
    return value;
  }

  /** The value of {@code key}; empty where nobody wrote one or it was no good. */
  <T> Optional<T> read(Key key, ValueType<T> type) {
    known.add(key);
    Entry entry = find(key);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      T value = type.parser().apply(entry.value().strip());
      effective.put(key, value);
      return Optional.of(value);
    } catch (RuntimeException e) {
      String value = entry.value().isEmpty() ? "nothing" : type.shown(entry.value());
      problems.add(entry.origin() + ": " + key + ": " + value + ": expected " + type.expected());
      return Optional.empty();
    }
  }

  /** What every key that was asked for came out as. */
  Map<Key, Object> effective() {
    return Collections.unmodifiableMap(effective);
  }

  /** The items of a section that the file or a flag names, in their order there. */
  Set<String> items(String section) {
    Set<String> items = new LinkedHashSet<>();
    for (Map<Key, Entry> layer : layers) {
      layer.keySet().stream()
          .filter(key -> key.section().equals(section) && !key.item().isEmpty())
          .map(Key::item)
          .sorted()
          .forEach(items::add);
    }
    items.forEach(item -> known.add(new Key(section, item, "")));
    return items;
  }

  /** Whether anybody wrote any of those keys, which are known from now on. */
  boolean sayAnyOf(Key... keys) {
    known.addAll(List.of(keys));
    return Stream.of(keys).map(this::find).filter(Objects::nonNull).count() > 0;
  }

  /** The value of {@code key}, without which others make no sense; empty where there is none. */
  <T> Optional<T> need(Key key, ValueType<T> type) {
    Optional<T> value = read(key, type);
    if (find(key) == null) {
      problems.add(key + ": nothing: expected " + type.expected());
    }
    return value;
  }

  /** Refuses a value that could be read, but cannot be with others. */
  void refuse(Key key, String expected) {
    Entry entry = find(key);
    String value = entry == null || entry.value().isEmpty() ? "nothing" : "'" + entry.value() + "'";
    String origin = entry == null ? "" : entry.origin() + ": ";
    problems.add(origin + key + ": " + value + ": expected " + expected);
  }

  /**
   * To be called when everything known was asked for.
   *
   * @throws ConfigError when something was written that is unknown or no good
   */
  void finish() {
    for (Map<Key, Entry> layer : layers) {
      layer.values().stream()
          .filter(entry -> !known.contains(entry.key()))
          .map(entry -> UnknownKey.message(entry, known))
          .sorted()
          .forEach(problems::add);
    }
    variables.forEach(
        (name, value) -> {
          if (!understood.contains(name)) {
            problems.add(UnknownKey.message(name, value, known));
          }
        });
    if (!problems.isEmpty()) {
      throw new ConfigError(problems);
    }
  }

  private @Nullable Entry find(Key key) {
    Entry flag = layers.get(0).get(key);
    Entry variable = variable(key);
    if (flag != null) {
      return flag;
    }
    return variable == null ? layers.get(1).get(key) : variable;
  }

  private @Nullable Entry variable(Key key) {
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (key.isNamedBy(variable.getKey())) {
        understood.add(variable.getKey());
        return new Entry(key, variable.getValue(), variable.getKey());
      }
    }
    return null;
  }
}
