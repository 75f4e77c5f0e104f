// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.QueueTally;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a query means, in order of queue, channel and start, with what the queue's team did
 * beside them. A row in which nothing is counted any more is left out, unless agents were scheduled
 * for its interval: that stands beside every channel on which anything is counted, and where there
 * is none, beside {@value TeamStatus#EVERY_CHANNEL}.
 *
 * <p>Only a page of rows is in memory at a time, and nothing is open between two of them, so
 * whoever reads may take its time.
 */
public final class HistoryRows implements Iterator<HistoryRow> {

  private final IntervalStore store;
  private final HistoryQuery query;
  private final NavigableSet<QueueKey> keys;
  private final Queue<QueueKey> left;
  private @Nullable QueueKey key;
  private Paged<IntervalRow> counted = none();
  private Paged<TeamRow> team = none();
  private @Nullable HistoryRow next;

  private HistoryRows(IntervalStore store, HistoryQuery query) {
    this.store = store;
    this.query = query;
    this.keys = store.keys(query.basis(), query.queue());
    this.left = shown();
  }

  /** Begins to read. */
  public static HistoryRows of(IntervalStore store, HistoryQuery query) {
    return new HistoryRows(store, query);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (counted.peek() == null && team.peek() == null) {
        if (left.isEmpty()) {
          return false;
        }
        open(left.remove());
      } else {
        next = step();
      }
    }
    return true;
  }

  @Override
  public HistoryRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row is left");
    }
    HistoryRow row = next;
    next = null;
    return Objects.requireNonNull(row);
  }

  /** What stands first, of the counts and of the team; null when it is not to be shown. */
  private @Nullable HistoryRow step() {
    IntervalRow row = counted.peek();
    TeamRow beside = team.peek();
    long start =
        Math.min(
            row == null ? Long.MAX_VALUE : row.start(),
            beside == null ? Long.MAX_VALUE : beside.start());
    IntervalRow its = row != null && row.start() == start ? row : null;
    TeamRow ours = beside != null && beside.start() == start ? beside : null;
    if (its != null) {
      counted.skip();
    }
    if (ours != null) {
      team.skip();
    }
    TeamTimes times = ours == null ? null : ours.times();
    if (its != null && !its.tally().isEmpty()) {
      return new HistoryRow(its, times);
    }
    return ours != null && ours.times().get(TeamMeasure.COVERED) > 0
        ? new HistoryRow(withNothing(ours), times)
        : null;
  }

  private IntervalRow withNothing(TeamRow of) {
    QueueKey its = Objects.requireNonNull(key);
    return new IntervalRow(
        its, of.start(), of.minutes(), query.basis(), of.revision(), new QueueTally());
  }

  private void open(QueueKey its) {
    key = its;
    boolean everyChannel = its.channel().equals(TeamStatus.EVERY_CHANNEL);
    Basis basis = query.basis();
    counted =
        everyChannel
            ? none()
            : new Paged<>(
                period -> store.rows(its, basis, period, Paged.PAGE),
                IntervalRow::start,
                query.period());
    team =
        keys.contains(teamOf(its))
            ? new Paged<>(
                period -> store.teams(its.queue(), period, Paged.PAGE),
                TeamRow::start,
                query.period())
            : none();
  }

  /** Every channel that is meant; that of a team only where the queue has no other. */
  private Queue<QueueKey> shown() {
    NavigableSet<QueueKey> shown = new TreeSet<>(keys.comparator());
    for (QueueKey each : keys) {
      boolean ofTeam = each.channel().equals(TeamStatus.EVERY_CHANNEL);
      boolean alone = ofTeam && hasNoChannel(each.queue());
      boolean meant = query.channel() == null || query.channel().equals(each.channel());
      if (meant && (alone || !ofTeam)) {
        shown.add(each);
      }
    }
    return new ArrayDeque<>(shown);
  }

  private boolean hasNoChannel(String queue) {
    QueueKey first = keys.ceiling(new QueueKey(queue, ""));
    QueueKey behind = first == null ? null : keys.higher(first);
    // The sign of a team stands before every letter.
    return behind == null || !behind.queue().equals(queue);
  }

  private static QueueKey teamOf(QueueKey key) {
    return new QueueKey(key.queue(), TeamStatus.EVERY_CHANNEL);
  }

  private static <T> Paged<T> none() {
    return new Paged<>(period -> List.of(), row -> 0, new Period(0, 0));
  }
}
