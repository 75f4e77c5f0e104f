// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What really came to a queue and channel in the last half year, by day and interval. This is all
 * that a model keeps: whatever it believes follows from it, so that corrections, whatever their
 * order, and restarts end in the same numbers.
 */
final class DemandHistory {

  /** So many days are remembered before the latest. */
  static final int DAYS = 7 * 30;

  /** Handle times are remembered for so many days. */
  static final int HANDLED_DAYS = 7 * 8;

  private final TreeMap<LocalDate, DayActuals> days = new TreeMap<>();
  private @Nullable DemandTerms cut;

  /**
   * Takes what came in one interval.
   *
   * @return the day to which it belongs; null when it is older than anything remembered
   */
  @Nullable LocalDate tell(DemandTerms terms, IntervalActual actual) {
    adopt(terms);
    LocalDate date = BusinessDay.dateOf(terms, actual.start());
    if (!days.isEmpty() && date.isBefore(days.lastKey().minusDays(DAYS))) {
      return null;
    }
    LocalDate handled = days.isEmpty() ? date : days.lastKey().minusDays(HANDLED_DAYS);
    BusinessDay day = BusinessDay.of(terms, date);
    DayActuals known = days.get(date);
    days.put(
        date,
        (known == null ? DayActuals.untold(day.length()) : known)
            .with(
                day.indexOf(actual.start()),
                actual.contacts(),
                date.isBefore(handled) ? Double.NaN : actual.ahtSeconds()));
    forget(handled);
    return date;
  }

  private void forget(LocalDate handled) {
    LocalDate last = days.lastKey();
    days.headMap(last.minusDays(DAYS), false).clear();
    LocalDate until = last.minusDays(HANDLED_DAYS);
    if (until.isAfter(handled)) {
      days.subMap(handled, until).replaceAll((date, day) -> day.withoutHandleTimes());
    }
  }

  /** The days of which anything was told, oldest first. */
  NavigableMap<LocalDate, DayActuals> days() {
    return days;
  }

  /**
   * Whether days and intervals were cut in another way so far. Then they are cut anew: intervals
   * are summed up, or spread evenly over shorter ones.
   */
  boolean adopt(DemandTerms terms) {
    if (cut == null || cut.cutsLike(terms)) {
      cut = terms;
      return false;
    }
    TreeMap<LocalDate, DayActuals> anew = Recut.of(days, cut, terms);
    days.clear();
    days.putAll(anew);
    cut = terms;
    return true;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(cut != null);
    if (cut == null) {
      return;
    }
    out.writeUTF(cut.timeZone().getId());
    Varint.write(out, cut.dayStart().toSecondOfDay());
    Varint.write(out, cut.minutes());
    Varint.write(out, days.size());
    long before = 0;
    for (Map.Entry<LocalDate, DayActuals> day : days.entrySet()) {
      long date = day.getKey().toEpochDay();
      Varint.write(out, date - before);
      day.getValue().write(out);
      before = date;
    }
  }

  static DemandHistory read(DataInput in) throws IOException {
    DemandHistory history = new DemandHistory();
    if (!in.readBoolean()) {
      return history;
    }
    ZoneId zone = ZoneId.of(in.readUTF());
    LocalTime dayStart = LocalTime.ofSecondOfDay(Varint.read(in));
    history.cut = new DemandTerms(zone, Duration.ofMinutes(Varint.read(in))).withDayStart(dayStart);
    int size = Varint.readInt(in);
    long date = 0;
    for (int i = 0; i < size; i++) {
      date += Varint.read(in);
      history.days.put(LocalDate.ofEpochDay(date), DayActuals.read(in));
    }
    return history;
  }
}
