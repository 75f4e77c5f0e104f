// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.QueueTally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interval table: the latest revision of every row, in order of queue, channel and start. May
 * be read while it is written. A row in which nothing is counted any more is not shown, unless
 * agents were scheduled for its interval: that stands beside every channel on which the queue has
 * any row, and where it has none, beside {@value TeamStatus#EVERY_CHANNEL}.
 */
public final class IntervalTable {

  private record Place(QueueKey key, long start) {

    static Place of(IntervalRow row) {
      return new Place(row.key(), row.start());
    }
  }

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::key).thenComparingLong(Place::start);

  private record TeamPlace(String queue, long start) {}

  private final Map<Basis, ConcurrentNavigableMap<Place, IntervalRow>> rows =
      new EnumMap<>(Basis.class);
  private final Map<TeamPlace, TeamRow> teams = new ConcurrentHashMap<>();

  public IntervalTable() {
    Arrays.stream(Basis.values())
        .forEach(basis -> rows.put(basis, new ConcurrentSkipListMap<>(ORDER)));
  }

  /** Takes a row, unless a later revision of it is here. */
  public void upsert(IntervalRow row) {
    of(row.basis())
        .merge(
            Place.of(row),
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
    Stream<IntervalRow> counted =
        of(filter.basis()).values().stream()
            .filter(row -> !row.tally().isEmpty())
            .filter(filter::test);
    List<IntervalRow> scheduled = onlyScheduled(filter);
    return scheduled.isEmpty()
        ? counted
        : Stream.concat(counted, scheduled.stream()).sorted(Comparator.comparing(Place::of, ORDER));
  }

  /** Rows of intervals for which agents were scheduled and in which nothing is counted. */
  private List<IntervalRow> onlyScheduled(IntervalFilter filter) {
    List<IntervalRow> rows = new ArrayList<>();
    Map<String, Set<QueueKey>> keys = new HashMap<>();
    for (TeamRow team : teams.values()) {
      if (team.times().get(TeamMeasure.COVERED) > 0 && filter.test(team.queue(), team.start())) {
        for (QueueKey key : keys.computeIfAbsent(team.queue(), its -> keys(its, filter.basis()))) {
          IntervalRow row = withNothing(key, team, filter.basis());
          IntervalRow known = of(filter.basis()).get(Place.of(row));
          if ((known == null || known.tally().isEmpty()) && filter.test(row)) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }

  private static IntervalRow withNothing(QueueKey key, TeamRow team, Basis basis) {
    return new IntervalRow(
        key, team.start(), team.minutes(), basis, team.revision(), new QueueTally());
  }

  /** The channels of a queue on which anything is counted, or every one where there is none. */
  private Set<QueueKey> keys(String queue, Basis basis) {
    Set<QueueKey> keys = new TreeSet<>();
    Place from = new Place(new QueueKey(queue, ""), Long.MIN_VALUE);
    for (IntervalRow row : of(basis).tailMap(from).values()) {
      if (!row.key().queue().equals(queue)) {
        break;
      }
      if (!row.tally().isEmpty()) {
        keys.add(row.key());
      }
    }
    return keys.isEmpty() ? Set.of(new QueueKey(queue, TeamStatus.EVERY_CHANNEL)) : keys;
  }

  /** Writes all rows of a basis as CSV, with a header. */
  public void writeCsv(Appendable out, QueueDefinitions catalog, Basis basis) throws IOException {
    writeCsv(out, catalog, IntervalFilter.all(basis));
  }

  /** Writes the rows that a filter lets through as CSV, with a header. */
  public void writeCsv(Appendable out, QueueDefinitions catalog, IntervalFilter filter)
      throws IOException {
    IntervalCsv.header(out);
    for (Iterator<IntervalRow> each = rows(filter).iterator(); each.hasNext(); ) {
      IntervalRow row = each.next();
      IntervalCsv.line(out, catalog, row, team(row));
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
