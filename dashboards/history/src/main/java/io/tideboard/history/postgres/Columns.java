// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.postgres;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.tally.DurationHistogram;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Quantile;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.history.RowChange;
import io.tideboard.history.TallyCodec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows as lines for {@code COPY}, and the names of the columns in that order. */
final class Columns {

  private static final List<String> LEADING =
      List.of("series", "start", "minutes", "source", "revision");

  /** What a queue's promise decides is counted when it is read. */
  private static final List<Measure> MEASURES =
      Arrays.stream(Measure.values()).filter(measure -> !measure.judged()).toList();

  private static final List<Sample> WAITS =
      List.of(Sample.ANSWER_WAIT, Sample.ABANDON_WAIT, Sample.CALLBACK_WAIT);

  /** Of the table {@code counts}. */
  static final List<String> COUNTS =
      Stream.of(
              LEADING.stream(),
              Stream.of("counted", "tally"),
              MEASURES.stream().map(Columns::name),
              Arrays.stream(Quantile.values()).map(which -> name(which) + "_micros"),
              WAITS.stream().map(waits -> name(waits) + "s"))
          .flatMap(names -> names)
          .toList();

  /** Of the table {@code team}. */
  static final List<String> TEAM =
      Stream.concat(LEADING.stream(), Arrays.stream(TeamMeasure.values()).map(Columns::name))
          .toList();

  private static final int UNITS = 128;

  private final StringBuilder text = new StringBuilder(512);

  private static String name(Enum<?> constant) {
    // A word of SQL.
    return constant == TeamMeasure.BREAK ? "break_time" : constant.name().toLowerCase(Locale.ROOT);
  }

  /** A line for {@link #COUNTS}. */
  static String line(int series, int source, RowChange.OfQueue change) {
    Columns line = new Columns();
    QueueTally tally = change.row().tally();
    line.leading(series, change.start(), change.row().minutes(), source);
    line.field(change.row().revision());
    line.field(!tally.isEmpty());
    line.field("\\\\x" + HexFormat.of().formatHex(TallyCodec.bytes(tally)));
    MEASURES.forEach(measure -> line.unless(0, tally.get(measure)));
    for (Quantile which : Quantile.values()) {
      line.unless(-1, tally.quantile(which));
    }
    WAITS.forEach(waits -> line.waits(tally.sample(waits)));
    return line.end();
  }

  /** A line for {@link #TEAM}. */
  static String line(int series, int source, RowChange.OfTeam change) {
    Columns line = new Columns();
    line.leading(series, change.start(), change.row().minutes(), source);
    line.field(change.row().revision());
    for (TeamMeasure measure : TeamMeasure.values()) {
      line.field(change.row().times().get(measure));
    }
    return line.end();
  }

  /** A bound of {@link DurationHistogram} that counts whatever is within the limit. */
  static int bound(long limit) {
    DurationHistogram one = new DurationHistogram();
    one.add(limit, 1);
    return units(one.longest());
  }

  /** Bounds are whole units, told in microseconds. */
  private static int units(long micros) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(micros * (double) UNITS / Micros.SECOND));
  }

  private void leading(int series, long start, int minutes, int source) {
    field(series);
    field(Micros.instant(start));
    field(minutes);
    field(source);
  }

  private void waits(DurationHistogram histogram) {
    if (histogram.isEmpty()) {
      field("\\N");
      return;
    }
    StringBuilder pairs = new StringBuilder("{");
    for (DurationHistogram.Bucket bucket : histogram.buckets()) {
      pairs.append(pairs.length() == 1 ? "" : ",");
      pairs.append(units(bucket.bound())).append(',').append(bucket.count());
    }
    field(pairs.append('}'));
  }

  private void unless(long nothing, long value) {
    field(value == nothing ? "\\N" : Long.toString(value));
  }

  private void field(Object value) {
    text.append(text.isEmpty() ? "" : "\t").append(value);
  }

  private String end() {
    return text.append('\n').toString();
  }
}
