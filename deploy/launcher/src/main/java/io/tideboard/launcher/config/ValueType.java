// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideboard.core.calendar.Durations;
import io.tideboard.events.WireName;
import io.tideboard.events.access.KeyHash;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a setting's text must look like.
 *
 * @param expected the same in words, for messages
 * @param parser the value of a text; throws any runtime exception when it is none
 */
record ValueType<T>(String expected, Function<String, T> parser) {

  /** What is never shown, not even when it is no good. */
  private static final String SECRETS = "characters that are not shown";

  static final ValueType<Duration> DURATION = new ValueType<>(Durations.EXPECTED, Durations::parse);

  static final ValueType<Boolean> SWITCH = new ValueType<>("true or false", ValueType::truth);

  /** Some text, not blank. */
  static final ValueType<String> TEXT =
      new ValueType<>("some text", text -> must(!text.isBlank(), text));

  private static final JsonMapper JSON = new JsonMapper();

  private static final Pattern BROKER = Pattern.compile("(\\[[^\\]]+\\]|[^\\s,:]+):\\d{1,5}");

  /** Where one broker is, or several are. */
  static final ValueType<String> BROKERS =
      new ValueType<>(
          "host:port, or several with commas in between",
          text -> {
            Stream<String> brokers = Arrays.stream(text.split(",", -1)).map(String::strip);
            return must(brokers.allMatch(broker -> BROKER.matcher(broker).matches()), text);
          });

  /** Text that may be empty, which stands for nothing. */
  static final ValueType<String> OPTIONAL_TEXT = new ValueType<>("text", text -> text);

  /** A port, or nothing. */
  static final ValueType<String> OPTIONAL_PORT =
      new ValueType<>(
          "a whole number from 1 to 65535, or nothing",
          text -> {
            int port = text.isEmpty() ? 1 : Integer.parseInt(text);
            return must(port >= 1 && port <= 65_535, text);
          });

  /** A secret of enough characters, or nothing. */
  static final ValueType<Secret> SECRET =
      new ValueType<>("at least " + Secret.SHORTEST + " " + SECRETS, text -> Secret.of(text));

  /** The secret of somebody else, who decides how long it is. */
  static final ValueType<Secret> PASSWORD =
      new ValueType<>(
          "one or more " + SECRETS, text -> Secret.ofAnyLength(must(!text.isEmpty(), text)));

  /** The same, or nothing. */
  static final ValueType<Secret> OPTIONAL_PASSWORD = new ValueType<>(SECRETS, Secret::ofAnyLength);

  /** What an API key hashes to. */
  static final ValueType<KeyHash> KEY_HASH =
      new ValueType<>(
          "sha256: and 64 hexadecimal digits, as `tideboard api-key` prints it, and " + SECRETS,
          KeyHash::parse);

  /** Names by ids. */
  static final ValueType<Map<String, String>> NAMES =
      new ValueType<>("names by ids, such as {WQ1: Sales}", ValueType::names);

  static final ValueType<Path> FILE =
      new ValueType<>("a file", text -> Path.of(must(!text.isBlank(), text)));

  /** An address without a path of events in it. */
  static final ValueType<String> ADDRESS =
      new ValueType<>(
          "an address such as https://events.example.org",
          text -> {
            URI address = URI.create(text);
            boolean http = List.of("http", "https").contains(String.valueOf(address.getScheme()));
            boolean bare = address.getRawQuery() == null && address.getRawFragment() == null;
            return must(http && bare && address.getHost() != null, text);
          });

  static final ValueType<ZoneId> ZONE =
      new ValueType<>("a time zone such as Europe/Berlin or UTC", ZoneId::of);

  static final ValueType<LocalTime> TIME_OF_DAY =
      new ValueType<>("a time of day such as 06:00", LocalTime::parse);

  static final ValueType<Double> SHARE =
      new ValueType<>(
          "a share above 0, up to 1, such as 0.8",
          text -> {
            double share = Double.parseDouble(text);
            return must(share > 0 && share <= 1, share);
          });

  /** A share that may be nothing, but not everything. */
  static final ValueType<Double> PART =
      new ValueType<>(
          "a share from 0, below 1, such as 0.3",
          text -> {
            double part = Double.parseDouble(text);
            return must(part >= 0 && part < 1, part);
          });

  /** The same, but only such values. */
  ValueType<T> where(String expected, Predicate<T> allowed) {
    return new ValueType<>(
        expected,
        text -> {
          T value = parser.apply(text);
          return must(allowed.test(value), value);
        });
  }

  /** One of those words. */
  static ValueType<String> oneOf(List<String> words) {
    return new ValueType<>(
        "one of " + String.join(", ", words), text -> must(words.contains(text), text));
  }

  /** How a text that is no good is told. */
  String shown(String text) {
    return expected.endsWith(SECRETS) ? text.length() + " characters" : "'" + text + "'";
  }

  static ValueType<Integer> wholeNumber(int least, int most) {
    return new ValueType<>(
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          return must(number >= least && number <= most, number);
        });
  }

  static ValueType<Duration> durationOf(Set<Duration> allowed, String expected) {
    return new ValueType<>(
        expected,
        text -> {
          Duration duration = Durations.parse(text);
          return must(allowed.contains(duration), duration);
        });
  }

  static <E extends Enum<E> & WireName> ValueType<E> oneOf(Class<E> type) {
    return new ValueType<>("one of " + spellings(type), text -> WireName.parse(type, "", text));
  }

  static <E extends Enum<E> & WireName> ValueType<Set<E>> someOf(Class<E> type) {
    return new ValueType<>(
        "some of " + spellings(type),
        text -> {
          Set<E> found = new LinkedHashSet<>();
          for (String word : text.isBlank() ? new String[0] : text.split(",", -1)) {
            found.add(WireName.parse(type, "", word.strip()));
          }
          return found;
        });
  }

  private static <E extends Enum<E> & WireName> String spellings(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(WireName::wire)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> names(String json) {
    try {
      return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static <T> T must(boolean holds, T value) {
    if (!holds) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
