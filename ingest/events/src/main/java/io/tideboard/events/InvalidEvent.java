// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import org.jspecify.annotations.Nullable;

/**
 * An event that cannot be accepted. Says the field, the value found there and what was expected;
 * carries no stack trace, because it is an answer to a sender and not a fault of the program.
 */
public final class InvalidEvent extends RuntimeException {

  private static final int LONGEST_SHOWN = 80;

  private final ErrorCode code;
  private final @Nullable String field;
  private final @Nullable String value;

  /**
   * @param field where, as a dotted path; null when the whole event is meant
   * @param value what was found, shortened to 80 characters; null when nothing was
   */
  public InvalidEvent(
      ErrorCode code, @Nullable String field, @Nullable String value, String expected) {
    super(describe(field, shorten(value), expected), null, false, false);
    this.code = code;
    this.field = field;
    this.value = shorten(value);
  }

  private InvalidEvent(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.field = null;
    this.value = null;
  }

  /**
   * A text that is not JSON.
   *
   * @param line counted from 1
   * @param column counted from 1
   * @param why what was found there, and what was expected
   */
  public static InvalidEvent malformed(int line, int column, String why) {
    return new InvalidEvent(
        ErrorCode.MALFORMED_JSON, "line " + line + ", column " + column + ": " + why);
  }

  /** Why, from the closed list. */
  public ErrorCode code() {
    return code;
  }

  /** Where, as a dotted path; null when the whole event is meant. */
  public @Nullable String field() {
    return field;
  }

  /** What was found there, shortened; null when nothing was. */
  public @Nullable String value() {
    return value;
  }

  private static String describe(@Nullable String field, @Nullable String value, String expected) {
    String found = value == null ? "nothing" : "'" + value + "'";
    return found + (field == null ? "" : " in " + field) + ": expected " + expected;
  }

  private static @Nullable String shorten(@Nullable String value) {
    return value == null || value.length() <= LONGEST_SHOWN
        ? value
        : value.substring(0, LONGEST_SHOWN) + "…";
  }
}
