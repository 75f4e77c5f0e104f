// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as help desks write them: beside RFC 3339 and whole epochs also seconds with a fraction
 * ({@code 1627063369.25}), {@code 2026-03-02 08:30:00 UTC} and {@code 2026-03-02 08:30:00 +0530}.
 */
public final class DeskTimes {

  private static final Pattern FRACTION =
      Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,17})?(E[0-9]{1,2})?");
  private static final Pattern UTC = Pattern.compile("\\s?UTC$");
  private static final Pattern OFFSET = Pattern.compile("\\s?([+-][0-9]{2}):?([0-9]{2})$");
  private static final double MOST_SECONDS = 1e11;
  private static final double MICROS = 1e6;

  private DeskTimes() {}

  /** The time of a member, or null when it is absent, empty or 0, which means never. */
  public static @Nullable Instant optional(Payload payload, String name) {
    String text = payload.text(name);
    return text == null || text.equals("0") ? null : of(payload.path(name), text);
  }

  /**
   * The first time among members, in the order of their names.
   *
   * @throws InvalidEvent {@code missing_field} for the first name when there is none
   */
  public static Instant first(Payload payload, String... names) {
    for (String name : names) {
      Instant time = optional(payload, name);
      if (time != null) {
        return time;
      }
    }
    return payload.neededTime(names[0]);
  }

  /**
   * The instant that a text names.
   *
   * @param field whose value it is, for messages
   * @throws InvalidEvent {@code invalid_time} or {@code time_without_offset}
   */
  public static Instant of(String field, String text) {
    String trimmed = text.trim();
    if (FRACTION.matcher(trimmed).matches() && !trimmed.chars().allMatch(Character::isDigit)) {
      return seconds(field, trimmed);
    }
    if (UTC.matcher(trimmed).find()) {
      return Times.of(field, UTC.matcher(trimmed).replaceFirst("Z"));
    }
    return Times.of(field, OFFSET.matcher(trimmed).replaceFirst("$1:$2"));
  }

  private static Instant seconds(String field, String text) {
    double seconds = Double.parseDouble(text);
    if (seconds >= MOST_SECONDS) {
      throw new InvalidEvent(ErrorCode.INVALID_TIME, field, text, "seconds since 1970");
    }
    return Instant.EPOCH.plus(Math.round(seconds * MICROS), ChronoUnit.MICROS);
  }
}
