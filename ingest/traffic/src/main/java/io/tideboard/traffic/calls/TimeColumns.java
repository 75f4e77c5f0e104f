// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a table writes times.
 *
 * @param zone of all times that say no offset themselves
 * @param format a pattern of {@link java.time.format.DateTimeFormatter}, or {@code iso}, {@code
 *     epoch_seconds}, {@code epoch_millis}; of a time of day where {@code date} is given
 * @param date the column with the date; absent when the time columns hold dates themselves
 * @param rollover when a time of day belongs to the day after the date
 * @param absent what says that something did not happen, beside an empty value
 */
public record TimeColumns(
    ZoneId zone,
    String format,
    @Nullable DateColumn date,
    @Nullable Rollover rollover,
    @Nullable Absent absent) {

  /** A column of dates and its pattern. */
  public record DateColumn(String column, String format) {
    public DateColumn {
      Required.text("times.date.column", column);
      Required.text("times.date.format", format);
    }
  }

  /** A time of day more than {@code after} before that of {@code anchor} is on the next day. */
  public record Rollover(String anchor, Duration after) {
    public Rollover {
      Required.text("times.rollover.anchor", anchor);
      Required.value("times.rollover.after", after);
    }
  }

  /** In these columns one of these values says that it did not happen. */
  public record Absent(List<String> value, List<String> columns) {
    public Absent {
      value = Required.list("times.absent.value", value);
      columns = Required.list("times.absent.columns", columns);
    }
  }

  public TimeColumns {
    Required.value("times.zone", zone);
    Required.text("times.format", format);
    TimeFormat.check(format, date);
    if (rollover != null && date == null) {
      throw new IllegalArgumentException(
          "times.rollover without times.date: expected it only where times lack a date");
    }
  }

  boolean absent(String column, String value) {
    return value.isEmpty()
        || (absent != null && absent.columns.contains(column) && absent.value.contains(value));
  }

  Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    if (date != null) {
      columns.add(date.column);
    }
    if (rollover != null) {
      columns.add(rollover.anchor);
    }
    if (absent != null) {
      columns.addAll(absent.columns);
    }
    return columns;
  }
}
