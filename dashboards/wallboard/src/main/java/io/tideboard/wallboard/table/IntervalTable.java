// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interval table: the latest revision of every row, in order of queue, channel and start. May
 * be read while it is written. A row in which nothing is counted any more is not shown.
 */
public final class IntervalTable {

  private static final List<String> LEADING = List.of("queue", "channel", "start", "minutes");

  private record Place(QueueKey key, long start) {}

  private record TeamPlace(String queue, long start) {}

  private final Map<Basis, ConcurrentNavigableMap<Place, IntervalRow>> rows =
      new EnumMap<>(Basis.class);
  private final Map<TeamPlace, TeamRow> teams = new ConcurrentHashMap<>();

  public IntervalTable() {
    Comparator<Place> order = Comparator.comparing(Place::key).thenComparingLong(Place::start);
    Arrays.stream(Basis.values())
        .forEach(basis -> rows.put(basis, new ConcurrentSkipListMap<>(order)));
  }

  /** Takes a row, unless a later revision of it is here. */
  public void upsert(IntervalRow row) {
    of(row.basis())
        .merge(
            new Place(row.key(), row.start()),
            row,
            (old, offered) -> offered.revision() >= old.revision() ? offered : old);
  }

  /** Takes a row of a team, unless a later revision of it is here. */
  public void upsert(TeamRow row) {
    teams.merge(
        new TeamPlace(row.queue(), row.start()),
        row,
        (old, offered) -> offered.revision() >= old.revision() ? offered : old);
  }

  /** What the agents of the row's queue did in its interval; null when nothing is known of it. */
  public @Nullable TeamTimes team(IntervalRow row) {
    TeamRow team = teams.get(new TeamPlace(row.key().queue(), row.start()));
    return team == null ? null : team.times();
  }

  /** How many rows are kept, of both bases. */
  public int size() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /** The rows that a filter lets through, in order. */
  public Stream<IntervalRow> rows(IntervalFilter filter) {
    return of(filter.basis()).values().stream()
        .filter(filter::test)
        .filter(row -> !row.tally().isEmpty());
  }

  /** Writes all rows of a basis as CSV, with a header. */
  public void writeCsv(Appendable out, QueueDefinitions catalog, Basis basis) throws IOException {
    writeCsv(out, catalog, IntervalFilter.all(basis));
  }

  /** Writes the rows that a filter lets through as CSV, with a header. */
  public void writeCsv(Appendable out, QueueDefinitions catalog, IntervalFilter filter)
      throws IOException {
    Csv.line(out, Stream.concat(LEADING.stream(), KpiBlock.names().stream()).toList());
    for (Iterator<IntervalRow> each = rows(filter).iterator(); each.hasNext(); ) {
      IntervalRow row = each.next();
      List<@Nullable String> fields = new ArrayList<>();
      fields.add(row.key().queue());
      fields.add(row.key().channel());
      fields.add(Micros.instant(row.start()).toString());
      fields.add(Integer.toString(row.minutes()));
      QueueDefinition its = catalog.of(row.key().queue());
      fields.addAll(
          KpiBlock.figures(its.judge(row.tally(), row.key().channel()), team(row), its.formula()));
      Csv.line(out, fields);
    }
  }

  private ConcurrentNavigableMap<Place, IntervalRow> of(Basis basis) {
    ConcurrentNavigableMap<Place, IntervalRow> those = rows.get(basis);
    if (those == null) {
      throw new IllegalStateException("no rows of basis " + basis);
    }
    return those;
  }
}
