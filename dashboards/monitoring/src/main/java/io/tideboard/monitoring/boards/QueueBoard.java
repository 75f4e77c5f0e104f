// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static io.tideboard.monitoring.boards.Promql.CHOSEN;
import static io.tideboard.monitoring.boards.Promql.each;
import static io.tideboard.monitoring.boards.Promql.mean;
import static io.tideboard.monitoring.boards.Promql.perMinute;
import static io.tideboard.monitoring.boards.Promql.quantile;

/** One queue, on its channels. */
final class QueueBoard {

  private static final String CHANNEL = "{{channel}}";
  private static final String WAIT = "tideboard_wait_seconds";
  private static final String FEEDBACK = "sum by (kind) (max by (queue, channel, kind) (rate(";

  private QueueBoard() {}

  static Board board() {
    return Board.of(
            "queue",
            "Tideboard / Queue detail",
            "One queue on its channels: its line, its promise, how it ends and how long it takes.")
        .by(Variable.QUEUE, Variable.CHANNELS)
        .row("Line", waiting(), longest(), agents())
        .row("Promise", serviceLevel(), outcomes(), breaches())
        .row("How long", waits(), heat(), handling(), responses(), resolutions())
        .row("What customers say", scores(), badScores());
  }

  private static Panel waiting() {
    return Panel.series(
            "Waiting and served", "Visits begun and not ended, and contacts being served.")
        .query("waiting {{channel}}", each("tideboard_contacts_waiting"))
        .query("in progress {{channel}}", each("tideboard_contacts_in_progress"));
  }

  private static Panel longest() {
    return Panel.series(
            "Longest wait",
            "How long the oldest contact has waited, and within which it should not.")
        .unit("s")
        .query(CHANNEL, each("tideboard_longest_wait_seconds"))
        .limit("threshold {{channel}}", each("tideboard_service_level_threshold_seconds"));
  }

  private static Panel agents() {
    return Panel.series("Agents by state", "Agents of the queue; whoever talks is busy.")
        .stacked()
        .query("{{state}}", "max by (state) (tideboard_agents{queue=~\"$queue\"})");
  }

  private static Panel serviceLevel() {
    return Panel.series(
            "Service level by window",
            "Share served in time by the queue's formula, and its target.")
        .share()
        .query(
            "{{channel}} {{window}}",
            "max by (channel, window) (tideboard_service_level_ratio" + CHOSEN + ")")
        .limit("target {{channel}}", each("tideboard_service_level_target_ratio"));
  }

  private static Panel outcomes() {
    Panel panel =
        Panel.series("How visits end", "Visits a minute by how they ended, and those offered.")
            .unit("cpm");
    for (String outcome :
        new String[] {"offered", "answered", "abandoned", "flowed_out", "callbacks", "lost"}) {
      String words = outcome.replace('_', ' ');
      panel.query(words, "sum(" + perMinute("tideboard_contacts_" + outcome + "_total") + ")");
    }
    return panel;
  }

  private static Panel breaches() {
    return Panel.series("Breaches a minute", "Visits that passed the threshold unanswered.")
        .unit("cpm")
        .query(CHANNEL, perMinute("tideboard_sla_breaches_total"));
  }

  private static Panel waits() {
    return Panel.series("Waits", "Median and ninth decile of the waits that ended, by outcome.")
        .unit("s")
        .query("median {{outcome}}", quantile(0.5, WAIT, "outcome"))
        .query("p90 {{outcome}}", quantile(0.9, WAIT, "outcome"));
  }

  private static Panel heat() {
    return Panel.heatmap("Waits of answered contacts", "How many waited how long.")
        .unit("s")
        .query(
            "{{le}}",
            "sum by (le) (max without (instance) (increase(tideboard_wait_seconds_bucket"
                + "{queue=~\"$queue\", channel=~\"$channel\", outcome=\"answered\"}"
                + "[$__rate_interval])))");
  }

  private static Panel handling() {
    return Panel.series("Average handle time", "Talk, hold and wrap-up of a handled leg.")
        .unit("s")
        .query(CHANNEL, mean("tideboard_handle_seconds"));
  }

  private static Panel responses() {
    return Panel.series(
            "First response", "Median from what the customer asked to the first answer.")
        .unit("s")
        .half()
        .query(CHANNEL, quantile(0.5, "tideboard_first_response_seconds", "channel"));
  }

  private static Panel resolutions() {
    return Panel.series("Resolution", "Median from the contact's beginning to its resolution.")
        .unit("s")
        .half()
        .query(CHANNEL, quantile(0.5, "tideboard_resolution_seconds", "channel"));
  }

  private static Panel scores() {
    return Panel.series("Scores a minute", "Scores that customers gave, by kind of survey.")
        .unit("cpm")
        .half()
        .query(
            "{{kind}}",
            "60 * " + FEEDBACK + "tideboard_feedback_total" + CHOSEN + "[$__rate_interval])))");
  }

  private static Panel badScores() {
    return Panel.series(
            "Bad scores in 15 minutes", "CSAT up to 3 and NPS up to 6, and how many are a wave.")
        .half()
        .query(CHANNEL, Promql.recorded("tideboard:negative_feedback:increase15m"))
        .limit("least of a wave", "tideboard:threshold:negative_feedback");
  }
}
