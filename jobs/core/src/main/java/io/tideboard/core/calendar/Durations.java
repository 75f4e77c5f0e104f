// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.calendar;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 20s}, {@code 1h30m}, or ISO 8601. */
public final class Durations {

  /** What to write, for messages and help. */
  public static final String EXPECTED = "a duration such as 250ms, 20s, 5m, 4h or PT20S";

  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

  private Durations() {}

  /**
   * The duration that {@code text} says.
   *
   * @throws IllegalArgumentException when it says none, or one below 0
   */
  public static Duration parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("p")) {
      Duration iso = iso(text.strip());
      if (iso.isNegative()) {
        throw new IllegalArgumentException("'" + text + "': expected " + EXPECTED);
      }
      return iso;
    }
    if (!WHOLE.matcher(lower).matches()) {
      throw new IllegalArgumentException("'" + text + "': expected " + EXPECTED);
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(lower);
    while (part.find()) {
      double nanos = Double.parseDouble(part.group(1)) * unit(part.group(2)).toNanos();
      sum = sum.plusNanos(Math.round(nanos));
    }
    return sum;
  }

  /** The shortest way to write it that {@link #parse} reads back as the same. */
  public static String format(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.toNanosPart() % 1_000_000 != 0) {
      return duration.toString();
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toDays(), "d");
    append(text, duration.toHoursPart(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount != 0) {
      text.append(amount).append(unit);
    }
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "': expected " + EXPECTED, e);
    }
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
