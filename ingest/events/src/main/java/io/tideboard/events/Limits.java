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

  static void optionalText(String field, @Nullable String value, int longest) {
    if (value == null) {
      return;
    }
    if (value.length() > longest) {
      throw new InvalidEvent(
          ErrorCode.TOO_LONG,
          field,
          value,
          "at most " + longest + " characters, not " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ') {
        throw new InvalidEvent(
            ErrorCode.INVALID_VALUE, field, value, "no control character, as at index " + i);
      }
    }
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
          optionalText("attributes." + name, value, VALUE);
        });
  }

  static void queues(List<String> queues) {
    size("queues", queues.size(), QUEUES);
    queues.forEach(queue -> text("queues", queue, ID));
  }
}
