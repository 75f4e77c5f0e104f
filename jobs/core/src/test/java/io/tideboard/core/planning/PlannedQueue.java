// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A queue that is open from Monday to Friday, 8 to 18 o'clock UTC, and its history. */
final class PlannedQueue {

  static final QueueKey VOICE = new QueueKey("Sales", "voice");
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final long HALF_HOUR = 1800 * Micros.SECOND;

  final PlanningTerms terms = PlanningTerms.of(definition());
  final QueueSchedule schedule = new QueueSchedule();
  final List<ForecastRow> said = new ArrayList<>();
  ForecastBook book;

  PlannedQueue(QueueKey key) {
    book = new ForecastBook(key);
  }

  static QueueDefinition definition() {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        usual.threshold(),
        Map.of("email", Duration.ofHours(2)),
        usual.target(),
        usual.formula(),
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        Duration.ofMinutes(30),
        OpeningHours.parse("mon-fri 08:00-18:00"),
        Map.of(),
        null,
        usual.maxWrapUp());
  }

  /**
   * So many weeks before the first Monday, 60 contacts an interval of 240 seconds each; more on
   * some days and less on others, but for the last week.
   */
  static DemandModel weeks(int weeks) {
    DemandModel model = new DemandModel();
    Random random = new Random(5);
    PlanningTerms terms = PlanningTerms.of(definition());
    for (LocalDate date = MONDAY.minusWeeks(weeks); date.isBefore(MONDAY); ) {
      boolean usual = !date.isBefore(MONDAY.minusWeeks(1));
      double level = usual ? 60 : 60 + 6 * random.nextGaussian();
      if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        for (int i = 16; i < 36; i++) {
          int contacts = (int) Math.round(level + 7 * random.nextGaussian());
          model.tell(terms.demand(), new IntervalActual(at(date, i), contacts, 240));
        }
      }
      date = date.plusDays(1);
    }
    return model;
  }

  /** The start of a half hour, counted from midnight. */
  static long at(LocalDate date, int halfHour) {
    return Micros.of(date.atStartOfDay(ZoneOffset.UTC).toInstant()) + halfHour * HALF_HOUR;
  }

  static Instant instant(long micros) {
    return Micros.instant(micros);
  }

  void came(long start, int contacts) {
    came(start, contacts, 0);
  }

  void came(long start, int contacts, int open) {
    long handle = contacts * 240 * Micros.SECOND;
    long waited = contacts * 30 * Micros.SECOND;
    book.tell(
        new IntervalFact(start, contacts, open, contacts, handle, waited, contacts / 10), terms);
  }

  /** Closes at that time and tells what is said then. */
  List<ForecastRow> close(long now) {
    List<ForecastRow> rows = new ArrayList<>();
    book.close(now, terms, schedule, rows::add);
    said.addAll(rows);
    return rows;
  }

  void restart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(new DataOutputStream(bytes));
    book = ForecastBook.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
