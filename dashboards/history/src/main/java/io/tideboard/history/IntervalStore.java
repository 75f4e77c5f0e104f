// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of every row of {@code tideboard.intervals}, on a disk. It holds nothing that
 * is not in the topic, so it may be deleted at any time and is made anew from there. Safe for use
 * by several threads; every method may throw {@link StoreUnavailable}.
 */
public interface IntervalStore extends AutoCloseable {

  /** How far rows are in here already; nothing when none ever came. */
  Progress progress();

  /**
   * Takes rows together with the progress that they are, all or nothing. A row that has been taken
   * before, by its place in the source, changes nothing; nor does one of a lower revision than what
   * is here. Rows of a later source beat those of an earlier one, whatever their revisions.
   */
  void upsert(RowBatch batch);

  /**
   * The queues and channels in which anything is counted, and the teams of which anything is known,
   * these with the channel {@code *}. In order of their names' code points.
   *
   * @param queue only this queue; null for all
   */
  NavigableSet<QueueKey> keys(Basis basis, @Nullable String queue);

  /**
   * The first rows that start in a period, in order of their start, those in which nothing is
   * counted any more among them.
   *
   * @param most how many at most: whoever wants more asks again, behind the last one
   */
  List<IntervalRow> rows(QueueKey key, Basis basis, Period period, int most);

  /** The first rows of a queue's team that start in a period, in order of their start. */
  List<TeamRow> teams(String queue, Period period, int most);

  /**
   * Forgets the rows that start before that.
   *
   * @param start in microseconds
   */
  void expire(long start);

  /** Tells what the queues promise now, for readers that cannot ask us. Most stores have none. */
  default void promise(QueueDefinitions definitions) {}

  @Override
  void close();
}
