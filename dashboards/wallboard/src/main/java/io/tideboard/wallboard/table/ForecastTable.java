// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.Lead;
import io.tideboard.core.planning.Need;
import io.tideboard.core.queue.QueueKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest forecast of every interval, in order of queue, channel and start. May be read while it
 * is written. What is long over is forgotten.
 */
public final class ForecastTable {

  /** For so long forecasts are held against what came. */
  private static final long KEPT = 28L * 24 * 3600 * Micros.SECOND;

  private static final int TAKEN_BETWEEN_SWEEPS = 10_000;

  private static final List<String> COLUMNS =
      List.of(
          "queue",
          "channel",
          "start",
          "minutes",
          "contacts",
          "p025",
          "p10",
          "p50",
          "p90",
          "p975",
          "ahtSeconds",
          "requiredAgents",
          "requiredAgentsP90",
          "scheduledAgents",
          "expectedServiceLevel",
          "actual",
          "week",
          "day",
          "hour",
          "next",
          "issuedAt");

  private record Place(QueueKey key, long start) {}

  private record Told(ForecastRow row, long sequence) {}

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::key).thenComparingLong(Place::start);

  private final ConcurrentNavigableMap<Place, Told> rows = new ConcurrentSkipListMap<>(ORDER);
  private long latest = Long.MIN_VALUE;
  private int taken;

  /** Takes a row in place of an earlier one of its interval. */
  public void upsert(ForecastRow row) {
    upsert(row, 0);
  }

  /**
   * Takes a row in place of an earlier one of its interval.
   *
   * @param sequence the board's change that this is
   */
  public void upsert(ForecastRow row, long sequence) {
    rows.put(new Place(row.key(), row.start()), new Told(row, sequence));
    latest = Math.max(latest, row.issuedAt());
    if (++taken % TAKEN_BETWEEN_SWEEPS == 0) {
      rows.keySet().removeIf(place -> place.start() < latest - KEPT);
    }
  }

  /** There is nothing any more of that interval. */
  public void remove(QueueKey key, long start) {
    rows.remove(new Place(key, start));
  }

  /** The rows that a filter lets through, in order; its basis does not matter. */
  public Stream<ForecastRow> rows(IntervalFilter filter) {
    String queue = filter.queue();
    Collection<Told> some =
        queue == null
            ? rows.values()
            : rows.subMap(
                    new Place(new QueueKey(queue, ""), Long.MIN_VALUE),
                    new Place(new QueueKey(queue + '\0', ""), Long.MIN_VALUE))
                .values();
    return some.stream()
        .map(Told::row)
        .filter(
            row ->
                (filter.channel() == null || filter.channel().equals(row.key().channel()))
                    && filter.test(row.key().queue(), row.start()));
  }

  /** The rows of one queue and channel that start in a stretch of time, in order. */
  public Stream<ForecastRow> rows(QueueKey key, long from, long to) {
    return rows.subMap(new Place(key, from), new Place(key, to)).values().stream().map(Told::row);
  }

  /** The row of the interval that holds that instant; null when there is none. */
  public @Nullable ForecastRow at(QueueKey key, long instant) {
    var entry = rows.floorEntry(new Place(key, instant));
    if (entry == null || !entry.getKey().key().equals(key)) {
      return null;
    }
    ForecastRow row = entry.getValue().row();
    return instant < row.start() + row.minutes() * 60L * Micros.SECOND ? row : null;
  }

  /** The rows that were taken after that change of the board, in order. */
  public List<ForecastRow> after(long sequence) {
    return rows.values().stream()
        .filter(told -> told.sequence() > sequence)
        .map(Told::row)
        .toList();
  }

  /** Of what something is forecast. */
  public NavigableSet<QueueKey> keys() {
    NavigableSet<QueueKey> keys = new TreeSet<>();
    Place next = rows.isEmpty() ? null : rows.firstKey();
    while (next != null) {
      keys.add(next.key());
      next = rows.higherKey(new Place(next.key(), Long.MAX_VALUE));
    }
    return keys;
  }

  /** Writes the rows that a filter lets through as CSV, with a header. */
  public void writeCsv(Appendable out, IntervalFilter filter) throws IOException {
    Csv.line(out, COLUMNS);
    for (Iterator<ForecastRow> each = rows(filter).iterator(); each.hasNext(); ) {
      Csv.line(out, fields(each.next()));
    }
  }

  private static List<@Nullable String> fields(ForecastRow row) {
    Need need = row.need();
    return Arrays.asList(
        row.key().queue(),
        row.key().channel(),
        Micros.instant(row.start()).toString(),
        Integer.toString(row.minutes()),
        number(row.demand().contacts()),
        number(row.demand().p025()),
        number(row.demand().p10()),
        number(row.demand().p50()),
        number(row.demand().p90()),
        number(row.demand().p975()),
        number(row.demand().ahtSeconds()),
        Integer.toString(need.requiredAgents()),
        Integer.toString(need.requiredAgentsP90()),
        whole(need.scheduledAgents()),
        number(need.expectedServiceLevel()),
        whole(row.actual()),
        number(Lead.WEEK.of(row.leads())),
        number(Lead.DAY.of(row.leads())),
        number(Lead.HOUR.of(row.leads())),
        number(Lead.NEXT.of(row.leads())),
        Micros.instant(row.issuedAt()).toString());
  }

  private static @Nullable String whole(@Nullable Integer value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String number(double value) {
    return Double.isFinite(value) ? Decimal.of(value) : null;
  }
}
