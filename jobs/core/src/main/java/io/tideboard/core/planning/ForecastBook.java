// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that is known of the demand of one queue and channel, and what has been said of it.
 * {@link #tell} takes what came, {@link #close} says what is expected now, and only what is new.
 *
 * <p>Not safe for use by several threads.
 */
public final class ForecastBook {

  private static final long DAY = 24 * 3600 * Micros.SECOND;
  private static final long HOUR = 3600 * Micros.SECOND;
  private static final long NEVER = Long.MIN_VALUE;

  private final QueueKey key;
  private DemandModel model = new DemandModel();
  private PatienceBook patience = new PatienceBook();

  /** Contacts that are not settled, by the interval in which they came. */
  private final TreeMap<Long, Integer> open = new TreeMap<>();

  /** The rows of today, and those of yesterday, whose actuals may still be corrected. */
  private final TreeMap<Long, ForecastRow> held = new TreeMap<>();

  /** Those of them whose actual has changed and was not sent yet. */
  private final TreeMap<Long, Integer> corrected = new TreeMap<>();

  private Issued ahead = new Issued();
  private long closedAt = NEVER;
  private long lastTold = NEVER;
  private long today = NEVER;
  private boolean news;
  private long plannedBy;

  /** Knows nothing yet of that queue and channel. */
  public ForecastBook(QueueKey key) {
    this.key = key;
  }

  /** Adopts what is known of earlier times, unless something is known already. */
  public void adopt(DemandModel history) {
    if (model.isEmpty()) {
      model = history;
      news = true;
    }
  }

  /** Takes what came in an interval that has ended, or a correction of it. */
  public void tell(IntervalFact fact, PlanningTerms terms) {
    model.tell(
        terms.demand(), new IntervalActual(fact.start(), fact.contacts(), fact.ahtSeconds()));
    patience.tell(fact);
    lastTold = Math.max(lastTold, fact.start());
    news = true;
    if (fact.open() > 0) {
      open.put(fact.start(), fact.open());
    } else {
      open.remove(fact.start());
    }
    ForecastRow row = held.get(fact.start());
    if (row != null) {
      corrected.put(fact.start(), fact.contacts());
    }
  }

  /** The end of the last interval of which anything was told, in microseconds. */
  public long lastEnd(PlanningTerms terms) {
    return lastTold == NEVER ? NEVER : terms.calendar().intervalEnd(lastTold);
  }

  /**
   * An interval has ended: says every row that is new or differs from the last one of its interval.
   *
   * @param now in microseconds, the end of an interval
   * @param schedule of the queue, all its channels together
   */
  public void close(long now, PlanningTerms terms, Schedule schedule, Consumer<ForecastRow> sayer) {
    if (now <= closedAt) {
      return;
    }
    countNobody(now, terms);
    long day = terms.calendar().dayStart(now);
    if (closedAt == NEVER && lastTold < day) {
      takeAsExpected(day, now, terms);
    }
    boolean newDay = day != today;
    if (newDay) {
      patience.settle(day - DAY);
      held.headMap(day - DAY, false).clear();
      today = day;
    }
    long by = schedule.version() + terms.version();
    boolean replanned = by != plannedBy;
    plannedBy = by;
    if (news || newDay || replanned) {
      forecast(new Closing(now, newDay, replanned, terms, schedule), sayer);
    }
    sayActuals(sayer);
    closedAt = now;
    news = false;
  }

  /**
   * Who begins within a day knows nothing of the hours before: they are taken to have gone as
   * expected, since hours without contacts would make the rest of the day look like a closed one.
   */
  private void takeAsExpected(long day, long now, PlanningTerms terms) {
    for (IntervalForecast row : model.forecast(terms.demand(), day, 0)) {
      if (row.start() < now) {
        int contacts = (int) Math.round(row.contacts());
        model.tell(terms.demand(), new IntervalActual(row.start(), contacts));
      }
    }
  }

  /** An interval in which the queue was open and of which nothing was told had no contact. */
  private void countNobody(long now, PlanningTerms terms) {
    if (closedAt == NEVER) {
      return;
    }
    boolean byHours = !terms.definition().hours().equals(OpeningHours.ALWAYS);
    long from = terms.calendar().intervalStart(Math.max(closedAt, now - 14 * DAY));
    while (from < now) {
      long end = terms.calendar().intervalEnd(from);
      ForecastRow row = held.get(from);
      boolean isOpen = row != null || (byHours && terms.calendar().inHours(from, end) > 0);
      if (end <= now && isOpen && !patience.knows(from)) {
        tell(new IntervalFact(from, 0, 0, 0, 0, 0, 0), terms);
      }
      from = end;
    }
  }

  private record Closing(
      long now, boolean newDay, boolean replanned, PlanningTerms terms, Schedule schedule) {

    long tomorrow(long today) {
      return terms.calendar().dayStart(today + 36 * HOUR);
    }
  }

  private void forecast(Closing closing, Consumer<ForecastRow> sayer) {
    PlanningTerms terms = closing.terms;
    List<IntervalForecast> rows =
        model.forecast(terms.demand(), closing.now, DemandModel.DAYS_AHEAD).stream()
            .map(Rounded::of)
            .toList();
    int backlog = open.values().stream().mapToInt(Integer::intValue).sum();
    Staffer staffer =
        new Staffer(key, terms.definition(), patience.seconds(), closing.schedule, rows, backlog);
    long tomorrow = closing.tomorrow(today);
    Ahead next = new Ahead(rows, closing);
    for (int i = 0; i < rows.size(); i++) {
      IntervalForecast row = rows.get(i);
      if (row.start() < tomorrow) {
        sayToday(closing, row, staffer.need(i, row), sayer);
      } else {
        next.say(i, staffer, sayer);
      }
    }
    next.keep();
  }

  /**
   * Of the days after today one is looked at again at each closing, so that a closing is quick: all
   * of them at the first one, and when agents are planned in another way.
   */
  private long turn(Closing closing) {
    return ahead.isEmpty() || closing.replanned
        ? NEVER
        : (closing.now - today)
            / Micros.of(closing.terms.definition().interval())
            % DemandModel.DAYS_AHEAD;
  }

  private void sayToday(
      Closing making, IntervalForecast rounded, Need need, Consumer<ForecastRow> sayer) {
    long start = rounded.start();
    ForecastRow before = held.get(start);
    Leads leads = before == null ? Leads.NONE.withWeek(ahead.week(start)) : before.leads();
    double contacts = rounded.contacts();
    if (making.now <= start) {
      leads = leads.withNext(contacts);
      leads = making.now <= start - HOUR ? leads.withHour(contacts) : leads;
      leads = making.newDay ? leads.withDay(contacts) : leads;
    }
    ForecastRow row =
        new ForecastRow(key, minutes(making.terms), rounded, need, leads, null, making.now);
    if (before != null && row.saysAs(before)) {
      held.put(start, before.with(leads));
      return;
    }
    held.put(start, row);
    if (before != null || ahead.print(start) != print(row)) {
      sayer.accept(row);
    }
  }

  /** What came is said with the forecast that was made last before. */
  private void sayActuals(Consumer<ForecastRow> sayer) {
    Iterator<Map.Entry<Long, Integer>> each = corrected.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Long, Integer> entry = each.next();
      ForecastRow row = held.get(entry.getKey());
      if (row != null && !entry.getValue().equals(row.actual())) {
        ForecastRow known = row.with(entry.getValue());
        held.put(entry.getKey(), known);
        sayer.accept(known);
      }
      each.remove();
    }
  }

  private static int minutes(PlanningTerms terms) {
    return (int) terms.definition().interval().toMinutes();
  }

  /** What a row says, in 32 bits; never 0. */
  private static int print(ForecastRow row) {
    int print = 31 * row.demand().hashCode() + row.need().hashCode();
    return print == 0 ? 1 : print;
  }

  /** Gathers what is sent of the days after today. */
  private final class Ahead {

    private final List<IntervalForecast> rows;
    private final Closing closing;
    private final long tomorrow;
    private final long turn;
    private final long[] starts;
    private final int[] prints;
    private final float[] weeks;
    private int size;

    Ahead(List<IntervalForecast> rows, Closing closing) {
      this.rows = rows;
      this.closing = closing;
      this.tomorrow = closing.tomorrow(today);
      this.turn = turn(closing);
      int most = (int) rows.stream().filter(row -> row.start() >= tomorrow).count();
      this.starts = new long[most];
      this.prints = new int[most];
      this.weeks = new float[most];
    }

    void say(int index, Staffer staffer, Consumer<ForecastRow> sayer) {
      IntervalForecast row = rows.get(index);
      long start = row.start();
      double week = start - closing.now >= 7 * DAY ? row.contacts() : ahead.week(start);
      int print = ahead.print(start);
      boolean due = turn == NEVER || print == 0 || (start - tomorrow) / DAY == turn;
      if (due) {
        ForecastRow made =
            new ForecastRow(
                key,
                minutes(closing.terms),
                row,
                staffer.need(index, row),
                Leads.NONE.withWeek((float) week),
                null,
                closing.now);
        int other = print(made);
        if (other != print) {
          sayer.accept(made);
          print = other;
        }
      }
      starts[size] = start;
      prints[size] = print;
      weeks[size++] = (float) week;
    }

    void keep() {
      ahead.replace(starts, prints, weeks);
    }
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(key.wire());
    model.write(out);
    patience.write(out);
    Varint.write(out, open.size());
    for (Map.Entry<Long, Integer> each : open.entrySet()) {
      Varint.write(out, each.getKey());
      Varint.write(out, each.getValue());
    }
    Varint.write(out, held.size());
    for (ForecastRow row : held.values()) {
      row.write(out);
    }
    Varint.write(out, corrected.size());
    for (Map.Entry<Long, Integer> each : corrected.entrySet()) {
      Varint.write(out, each.getKey());
      Varint.write(out, each.getValue());
    }
    ahead.write(out);
    out.writeLong(closedAt);
    out.writeLong(today);
    out.writeLong(lastTold);
    out.writeBoolean(news);
    out.writeLong(plannedBy);
  }

  /** Reads what {@link #write} wrote. */
  public static ForecastBook read(DataInput in) throws IOException {
    QueueKey key = QueueKey.parse(in.readUTF());
    ForecastBook book = new ForecastBook(key);
    book.model = DemandModel.read(in);
    book.patience = PatienceBook.read(in);
    int size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      book.open.put(Varint.read(in), Varint.readInt(in));
    }
    size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      ForecastRow row = ForecastRow.read(key, in);
      book.held.put(row.start(), row);
    }
    size = Varint.readInt(in);
    for (int i = 0; i < size; i++) {
      book.corrected.put(Varint.read(in), Varint.readInt(in));
    }
    book.ahead = Issued.read(in);
    book.closedAt = in.readLong();
    book.today = in.readLong();
    book.lastTold = in.readLong();
    book.news = in.readBoolean();
    book.plannedBy = in.readLong();
    return book;
  }
}
