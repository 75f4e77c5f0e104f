// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.WaitHistogram;
import io.tideboard.core.tally.WaitShare;
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
      Map<RowKey, NaiveTally> expected, Map<RowKey, QueueTally> actual) {
    List<String> lines = new ArrayList<>();
    Set<RowKey> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (RowKey key : keys) {
      lines.addAll(ofTallies(key.toString(), expected.getOrDefault(key, NOTHING), actual.get(key)));
    }
    return lines;
  }

  /** Of tallies: every measure but {@link Measure#OPEN}, and every wait. */
  public static List<String> ofTallies(
      String where, NaiveTally expected, @Nullable QueueTally actual) {
    QueueTally found = actual == null ? new QueueTally() : actual;
    List<String> lines = ofMeasures(where, expected, found);
    WaitHistogram waits = new WaitHistogram();
    expected.waits().forEach(wait -> waits.add(wait, 1));
    if (!waits.equals(found.waits())) {
      lines.add(line(where, "waits", waits.buckets(), found.waits().buckets()));
    }
    return lines;
  }

  /** Of what is published: every measure but {@link Measure#OPEN}, and the shares of waits. */
  public static List<String> ofCounts(String where, NaiveTally expected, Counted actual) {
    List<String> lines = ofMeasures(where, expected, actual);
    QueueTally waits = new QueueTally();
    expected.waits().forEach(wait -> waits.addWait(wait, 1));
    for (WaitShare share : WaitShare.values()) {
      if (waits.wait(share) != actual.wait(share)) {
        lines.add(line(where, "wait " + share, waits.wait(share), actual.wait(share)));
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
