// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.traffic.table.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the time columns of a row. */
final class TimeFormat {

  private static final String ISO = "iso";
  private static final String SECONDS = "epoch_seconds";
  private static final String MILLIS = "epoch_millis";

  private final TimeColumns columns;
  private final @Nullable DateTimeFormatter pattern;
  private final @Nullable DateTimeFormatter datePattern;

  TimeFormat(TimeColumns columns) {
    this.columns = columns;
    this.pattern = named(columns.format()) ? null : pattern(columns.format());
    TimeColumns.DateColumn date = columns.date();
    this.datePattern = date == null ? null : pattern(date.format());
  }

  /** Fails on patterns that Java does not know. */
  static void check(String format, TimeColumns.@Nullable DateColumn date) {
    if (!named(format)) {
      pattern(format);
    } else if (date != null) {
      throw new IllegalArgumentException(
          "'"
              + format
              + "' in times.format: expected a pattern of a time of day beside times.date");
    }
    if (date != null) {
      pattern(date.format());
    }
  }

  /** Whether that column says that something happened. */
  boolean isPresent(Row row, String column) {
    return !columns.absent(column, row.value(column));
  }

  /** The time in a column that is present. */
  Instant time(Row row, String column) {
    String value = row.value(column);
    try {
      return switch (columns.format()) {
        case ISO -> OffsetDateTime.parse(value).toInstant();
        case SECONDS -> Instant.EPOCH.plus(seconds(value));
        case MILLIS -> Instant.ofEpochMilli(Long.parseLong(value));
        default -> local(row, column, value).atZone(columns.zone()).toInstant();
      };
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw row.bad(column, value, "a time written as " + columns.format());
    }
  }

  /** The length of time in a column of seconds. */
  Duration length(Row row, String column) {
    String value = row.value(column);
    try {
      return seconds(value);
    } catch (ArithmeticException | NumberFormatException e) {
      throw row.bad(column, value, "a number of seconds");
    }
  }

  private LocalDateTime local(Row row, String column, String value) {
    TimeColumns.DateColumn date = columns.date();
    if (date == null || datePattern == null) {
      return LocalDateTime.parse(value, pattern);
    }
    LocalTime time = LocalTime.parse(value, pattern);
    LocalDateTime sameDay = date(row, date.column(), datePattern).atTime(time);
    return isNextDay(row, column, time) ? sameDay.plusDays(1) : sameDay;
  }

  private static LocalDate date(Row row, String column, DateTimeFormatter pattern) {
    String value = row.value(column);
    try {
      return LocalDate.parse(value, pattern);
    } catch (DateTimeParseException e) {
      throw row.bad(column, value, "a date in the mapping's format");
    }
  }

  private boolean isNextDay(Row row, String column, LocalTime time) {
    TimeColumns.Rollover rollover = columns.rollover();
    if (rollover == null || column.equals(rollover.anchor())) {
      return false;
    }
    LocalTime anchor;
    try {
      anchor = LocalTime.parse(row.value(rollover.anchor()), pattern);
    } catch (DateTimeParseException e) {
      throw row.bad(
          rollover.anchor(), row.value(rollover.anchor()), "a time written as " + columns.format());
    }
    return Duration.between(time, anchor).compareTo(rollover.after()) > 0;
  }

  private static Duration seconds(String value) {
    return Duration.ofNanos(
        new java.math.BigDecimal(value).movePointRight(9).toBigInteger().longValueExact());
  }

  private static boolean named(String format) {
    return format.equals(ISO) || format.equals(SECONDS) || format.equals(MILLIS);
  }

  private static DateTimeFormatter pattern(String format) {
    try {
      return DateTimeFormatter.ofPattern(format, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + format
              + "': expected a pattern such as H:mm:ss or yyyy-MM-dd HH:mm:ss, or iso,"
              + " epoch_seconds, epoch_millis");
    }
  }
}
