// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import io.tideboard.core.agents.TeamKpi;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.ServiceLevelFormula;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The KPI block of the API and of the tables: every indicator by its name on the wire, in a fixed
 * order. Counts come as integers, seconds and ratios with at most six decimals, so that an exact
 * value reads exactly and every run prints the same digits.
 */
public final class KpiBlock {

  private static final Kpi[] KPIS = Kpi.values();
  private static final TeamKpi[] TEAM_KPIS = TeamKpi.values();

  private static final List<String> NAMES =
      Stream.of(Arrays.stream(KPIS).map(Kpi::wire), Arrays.stream(TEAM_KPIS).map(TeamKpi::wire))
          .flatMap(names -> names)
          .toList();

  /** Takes the figures, one after the other. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param figure a number as written in JSON and CSV, or null where there is no data
     */
    void take(String name, @Nullable String figure) throws IOException;
  }

  private KpiBlock() {}

  /** The names of all figures, in their order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Tells all figures of a tally, in the order of {@link #names()}.
   *
   * @param team what the queue's agents did meanwhile; null when nothing is known of them
   */
  public static void tell(
      Counted tally, @Nullable TeamTimes team, ServiceLevelFormula formula, Sink sink)
      throws IOException {
    for (Kpi kpi : KPIS) {
      sink.take(kpi.wire(), figure(kpi, kpi.of(tally, formula)));
    }
    for (TeamKpi kpi : TEAM_KPIS) {
      Double value = team == null ? null : kpi.of(team);
      sink.take(kpi.wire(), value == null ? null : Decimal.of(value));
    }
  }

  /** All figures of a tally, in the order of {@link #names()}. */
  static List<@Nullable String> figures(
      Counted tally, @Nullable TeamTimes team, ServiceLevelFormula formula) throws IOException {
    List<@Nullable String> figures = new ArrayList<>(NAMES.size());
    tell(tally, team, formula, (name, figure) -> figures.add(figure));
    return figures;
  }

  private static @Nullable String figure(Kpi kpi, @Nullable Double value) {
    if (value == null) {
      return null;
    }
    return kpi.unit() == Kpi.Unit.COUNT
        ? Long.toString(Math.round(value))
        : Decimal.of(value.doubleValue());
  }
}
