// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.DurationHistogram;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Quantile;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what two answers to the same question differ, a line for each difference. */
public final class Difference {

  private static final NaiveTally NOTHING = new NaiveTally();

  private Difference() {}

  /** Of interval tables; a row with nothing in it is as good as none. */
  public static List<String> ofRows(
      Map<RowKey, NaiveTally> expected, Map<RowKey, QueueTally> actual, QueueCatalog catalog) {
    List<String> lines = new ArrayList<>();
    Set<RowKey> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (RowKey key : keys) {
      NaiveTally should = expected.getOrDefault(key, NOTHING);
      QueueTally found = actual.getOrDefault(key, new QueueTally());
      QueueTerms terms = QueueTerms.of(key.key(), catalog);
      lines.addAll(ofMeasures(key.toString(), should, terms.judge(found)));
      lines.addAll(ofSamples(key.toString(), should, found));
    }
    return lines;
  }

  private static List<String> ofSamples(String where, NaiveTally expected, QueueTally actual) {
    List<String> lines = new ArrayList<>();
    for (Sample sample : Sample.values()) {
      DurationHistogram should = new DurationHistogram();
      expected.sample(sample).forEach(duration -> should.add(duration, 1));
      if (!should.equals(actual.sample(sample))) {
        lines.add(line(where, sample.wire(), should.buckets(), actual.sample(sample).buckets()));
      }
    }
    return lines;
  }

  /** Of what is published: every measure but {@link Measure#OPEN}, and the quantiles. */
  public static List<String> ofCounts(String where, NaiveTally expected, Counted actual) {
    List<String> lines = ofMeasures(where, expected, actual);
    QueueTally durations = new QueueTally();
    for (Sample sample : Sample.values()) {
      expected.sample(sample).forEach(duration -> durations.add(sample, duration, 1));
    }
    for (Quantile which : Quantile.values()) {
      long should = durations.quantile(which);
      if (should != actual.quantile(which)) {
        lines.add(line(where, which.wire(), should, actual.quantile(which)));
      }
    }
    return lines;
  }

  /** Of what was counted: every measure but {@link Measure#OPEN}, and no waits. */
  public static List<String> ofMeasures(String where, NaiveTally expected, Counted actual) {
    List<String> lines = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (measure != Measure.OPEN && expected.get(measure) != actual.get(measure)) {
        lines.add(line(where, measure.wire(), expected.get(measure), actual.get(measure)));
      }
    }
    return lines;
  }

  /** Of anything that has an id. */
  public static <T> List<String> ofMaps(
      String what, Map<String, ? extends T> expected, Map<String, ? extends T> actual) {
    List<String> lines = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(expected.keySet());
    ids.addAll(actual.keySet());
    for (String id : ids) {
      if (!Objects.equals(expected.get(id), actual.get(id))) {
        lines.add(line(what, id, expected.get(id), actual.get(id)));
      }
    }
    return lines;
  }

  private static String line(
      String where, String what, @Nullable Object expected, @Nullable Object actual) {
    return where + ": " + what + " expected " + expected + ", was " + actual;
  }
}
