// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

/** What the figures mean that a queue has now and not over a period, and those of its forecast. */
enum LiveFigure {
  WAITING("waiting", "count", "Queue visits begun and not ended."),
  LONGEST_WAIT(
      "longestWaitSeconds",
      "seconds",
      "Now less the begin of the oldest visit that has not ended; now is the time of the stream."),
  AT_RISK(
      "atRisk",
      "count",
      "Waiting visits past the at-risk share of the threshold, 80 % unless configured;"
          + " includes the breached."),
  BREACHED("breached", "count", "Waiting visits past the threshold."),
  IN_PROGRESS("inProgress", "count", "Contacts that are being served."),
  ESTIMATED_WAIT(
      "estimatedWaitSeconds",
      "seconds",
      "Expected wait of a contact that arrives now, from the present depth, the agents serving,"
          + " and the rates of handling and of giving up."),
  AGENTS(
      "agents",
      "agents",
      "Agents of the queue by state, on whatever channel; free are those who are available, of all"
          + " who are signed in."),
  TARGET("target", "ratio", "The goal for the service level."),
  FORECAST("p50", "count", "Contacts expected: as likely to be more as to be fewer."),
  BAND(
      "band", "count", "Between its ends (p10 and p90) four of five intervals should come to lie."),
  VARIANCE("variance", "ratio", "(What came - what was forecast) / what was forecast."),
  EXPECTED_TODAY(
      "expectedToday",
      "count",
      "What came in the intervals that are over, and what is expected of the others. Its band is as"
          + " wide as if all of these were wrong on the same side."),
  REQUIRED_AGENTS(
      "requiredAgents",
      "agents",
      "Agents needed at work for the goal, at the expected contacts and handle time."),
  EXPECTED_SERVICE_LEVEL(
      "expectedServiceLevel",
      "ratio",
      "The service level to be expected with the agents that are scheduled."),
  SHORT(
      "staffingShort",
      "count",
      "Intervals yet to come for which fewer agents are scheduled than needed."),
  WAPE(
      "wape",
      "ratio",
      "Sum of |came - forecast| / sum of what came, over the intervals that are over; bias is"
          + " (forecast - came) / came.");

  private final String wire;
  private final String unit;
  private final String definition;

  LiveFigure(String wire, String unit, String definition) {
    this.wire = wire;
    this.unit = unit;
    this.definition = definition;
  }

  String wire() {
    return wire;
  }

  String unit() {
    return unit;
  }

  String definition() {
    return definition;
  }
}
