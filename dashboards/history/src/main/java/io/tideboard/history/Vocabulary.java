// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import io.tideboard.events.WireName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the numbers in a stored row mean. Rows are written without names, so whoever reads them has
 * to know the same names in the same order; more behind them do no harm.
 */
public final class Vocabulary {

  private static final List<List<String>> OURS =
      Stream.of(Measure.values(), Sample.values(), TeamMeasure.values())
          .map(names -> Arrays.stream(names).map(WireName::wire).toList())
          .toList();

  private Vocabulary() {}

  /** All of it, to be kept beside the rows. */
  public static String text() {
    return OURS.stream().map(names -> String.join(",", names)).collect(Collectors.joining(";"));
  }

  /**
   * Checks that rows written with those names can be read.
   *
   * @param where the store, for the message
   * @throws StoreUnavailable when they cannot
   */
  public static void check(String written, String where) {
    String[] lists = written.split(";", -1);
    boolean known = lists.length == OURS.size();
    for (int i = 0; known && i < lists.length; i++) {
      List<String> names = List.of(lists[i].split(",", -1));
      List<String> ours = OURS.get(i);
      known = names.size() <= ours.size() && names.equals(ours.subList(0, names.size()));
    }
    if (!known) {
      throw new StoreUnavailable(
          where
              + " was written by a newer version of Tideboard: expected one that counts no more"
              + " than this one does. Use that version, or another place: the rows are read anew"
              + " from Kafka",
          null);
    }
  }
}
