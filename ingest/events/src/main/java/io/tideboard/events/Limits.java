// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large the parts of an event may be. Checked where an event is made, whoever makes it. */
public final class Limits {

  /** Characters of an id, an interaction, a queue, an agent or a source. */
  public static final int ID = 128;

  /** Characters of a customer key as it arrives. */
  public static final int CUSTOMER = 256;

  /** Pairs of attributes of one interaction. */
  public static final int ATTRIBUTES = 16;

  /** Characters of an attribute's name, or of a reason. */
  public static final int NAME = 64;

  /** Characters of an attribute's value. */
  public static final int VALUE = 256;

  /** Characters of a survey comment. */
  public static final int COMMENT = 4096;

  /** Entries of a snapshot's list. */
  public static final int SNAPSHOT = 10_000;

  /** Queues of one agent. */
  public static final int QUEUES = 256;

  private static final long SECOND = 1_000_000;

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Limits() {}

  static void text(String field, @Nullable String value, int longest) {
    if (value == null || value.isEmpty()) {
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, field, value, "1 to " + longest + " characters");
    }
    optionalText(field, value, longest);
  }

  /** The value, or null when it is empty: senders write both for the same thing. */
  static @Nullable String optionalText(String field, @Nullable String value, int longest) {
    return checked(field, value, longest, false);
  }

  /** As {@link #optionalText}, of several lines. */
  static @Nullable String freeText(String field, @Nullable String value, int longest) {
    return checked(field, value, longest, true);
  }

  private static @Nullable String checked(
      String field, @Nullable String value, int longest, boolean lines) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > longest) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG,
          field,
          value,
          "at most " + longest + " characters, not " + value.length());
    }
    int wrong = indexOfUnwritable(value, lines);
    if (wrong >= 0) {
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE,
          field,
          value,
          "no control character and no half of a surrogate pair, as at index " + wrong);
    }
    return value;
  }

  private static int indexOfUnwritable(String value, boolean lines) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && !(lines && (c == '\n' || c == '\r' || c == '\t'))) {
        return i;
      }
      // Half a pair has no UTF-8, so no encoding could give it back.
      if (Character.isSurrogate(c) && isUnpaired(value, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUnpaired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
  }

  /** Cut to the microsecond, which is what every encoding keeps. */
  static Instant micros(Instant time) {
    int beyond = time.getNano() % 1000;
    return beyond == 0 ? time : time.minusNanos(beyond);
  }

  static void time(String field, @Nullable Instant value) {
    if (value == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, field, null, "an RFC 3339 time with offset");
    }
    if (value.isBefore(EARLIEST) || !value.isBefore(LATEST)) {
      throw new InvalidEvent(
          ErrorCode.INVALID_TIME, field, value.toString(), "a time from 1970 to 2199");
    }
  }

  /** Whether an event may have happened then, in microseconds since 1970. */
  public static boolean isTime(long micros) {
    return micros >= 0 && micros < LATEST.getEpochSecond() * SECOND;
  }

  static void size(String field, int size, int most) {
    if (size > most) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG, field, String.valueOf(size), "at most " + most + " entries");
    }
  }

  static void attributes(Map<String, String> attributes) {
    size("attributes", attributes.size(), ATTRIBUTES);
    attributes.forEach(
        (name, value) -> {
          text("attributes", name, NAME);
          if (value.length() > VALUE || indexOfUnwritable(value, false) >= 0) {
            optionalText("attributes." + name, value, VALUE);
          }
        });
  }

  static void queues(List<String> queues) {
    size("queues", queues.size(), QUEUES);
    queues.forEach(queue -> text("queues", queue, ID));
  }
}
