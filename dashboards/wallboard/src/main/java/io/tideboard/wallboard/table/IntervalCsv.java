// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.core.results.IntervalRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Interval rows as lines of CSV, wherever they come from. */
public final class IntervalCsv {

  private static final List<String> LEADING = List.of("queue", "channel", "start", "minutes");

  private IntervalCsv() {}

  /** The names of the columns. */
  public static void header(Appendable out) throws IOException {
    Csv.line(out, Stream.concat(LEADING.stream(), KpiBlock.names().stream()).toList());
  }

  /**
   * One row, by what its queue promises now.
   *
   * @param team what the queue's agents did meanwhile; null when nothing is known of them
   */
  public static void line(
      Appendable out, QueueDefinitions catalog, IntervalRow row, @Nullable TeamTimes team)
      throws IOException {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(row.key().queue());
    fields.add(row.key().channel());
    fields.add(Micros.instant(row.start()).toString());
    fields.add(Integer.toString(row.minutes()));
    QueueDefinition its = catalog.of(row.key().queue());
    fields.addAll(
        KpiBlock.figures(its.judge(row.tally(), row.key().channel()), team, its.formula()));
    Csv.line(out, fields);
  }
}
