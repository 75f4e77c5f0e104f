// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import static io.tideboard.core.agents.TeamMeasure.ADHERENT;
import static io.tideboard.core.agents.TeamMeasure.ATTENDED;
import static io.tideboard.core.agents.TeamMeasure.AVAILABLE;
import static io.tideboard.core.agents.TeamMeasure.BUSY;
import static io.tideboard.core.agents.TeamMeasure.COVERED;
import static io.tideboard.core.agents.TeamMeasure.SCHEDULED;
import static io.tideboard.core.agents.TeamMeasure.TAKEN_PARTS;
import static io.tideboard.core.agents.TeamMeasure.WRAP_UP;

import org.jspecify.annotations.Nullable;

/** The key performance indicators of a queue's team. A value is null where there is no data. */
public enum TeamKpi {
  OCCUPANCY(
      "occupancy",
      "ratio",
      "Handling time / (handling + available) of the agents of the queue; several contacts"
          + " at once count once. Handling is busy or in wrap-up.",
      times -> ratio(handling(times), handling(times) + times.get(AVAILABLE))),
  UTILISATION(
      "utilisation",
      "ratio",
      "Time taken by contacts, each as its share of the contacts that the agent can take at"
          + " once / (handling + available).",
      times ->
          ratio(
              times.get(TAKEN_PARTS),
              Capacity.WHOLE * (double) (handling(times) + times.get(AVAILABLE)))),
  ADHERENCE(
      "adherence",
      "ratio",
      "Time in a working state (available, busy, wrap-up), at each instant of as many agents"
          + " as were scheduled at most / scheduled time.",
      times -> ratio(times.get(ADHERENT), times.get(SCHEDULED))),
  SCHEDULED_AGENTS(
      "scheduledAgents",
      "agents",
      "Scheduled, as the mean over the time for which a schedule was published.",
      times -> ratio(times.get(SCHEDULED), times.get(COVERED))),
  STAFFING_GAP(
      "staffingGap",
      "agents",
      "Scheduled less those in a working state, as the mean over the time for which a"
          + " schedule was published; negative when more are there.",
      times -> ratio(times.get(SCHEDULED) - times.get(ATTENDED), times.get(COVERED)));

  private interface Reading {
    @Nullable Double of(TeamTimes times);
  }

  private final String wire;
  private final String unit;
  private final String definition;
  private final Reading reading;

  TeamKpi(String wire, String unit, String definition, Reading reading) {
    this.wire = wire;
    this.unit = unit;
    this.definition = definition;
    this.reading = reading;
  }

  /** The name in the API and in tables. */
  public String wire() {
    return wire;
  }

  /** What the value is a number of. */
  public String unit() {
    return unit;
  }

  /** What it means, for people. */
  public String definition() {
    return definition;
  }

  /** Its value, or null where there is no data. */
  public @Nullable Double of(TeamTimes times) {
    return reading.of(times);
  }

  private static long handling(TeamTimes times) {
    return times.get(BUSY) + times.get(WRAP_UP);
  }

  private static @Nullable Double ratio(double part, double whole) {
    return whole <= 0 ? null : part / whole;
  }
}
