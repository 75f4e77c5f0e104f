// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static io.tideboard.monitoring.boards.Promql.CHOSEN;
import static io.tideboard.monitoring.boards.Promql.each;
import static io.tideboard.monitoring.boards.Promql.perMinute;
import static io.tideboard.monitoring.boards.Promql.recorded;

/** What the alert rules look at, beside the limits that they compare it with. */
final class AlertsBoard {

  private static final String QUEUE_AND_CHANNEL = "{{queue}} {{channel}}";
  private static final String ALERTS =
      "ALERTS{alertname=~\"Tideboard.*\", alertstate=\"firing\", queue=~\"($queue)?\","
          + " channel=~\"($channel)?\"}";

  private AlertsBoard() {}

  static Board board() {
    return Board.of(
            "alerts",
            "Tideboard / Service level and alerts",
            "What alert rules look at, with the limits that they compare it with: the same series.")
        .by(Variable.QUEUES, Variable.CHANNELS)
        .row("Alerts", pages(), tickets(), judged(), breached(), firing())
        .row("Service level", burnLong(), burnShort(), serviceLevel())
        .row("Waiting and giving up", longest(), abandonRate(), breaches())
        .row("Limits", limits());
  }

  private static Panel pages() {
    return Panel.stat("Pages", "Alerts that wake somebody, now.")
        .query(
            "pages",
            "count(ALERTS{alertname=~\"Tideboard.*\", alertstate=\"firing\", severity=\"page\"}) or"
                + " vector(0)");
  }

  private static Panel tickets() {
    return Panel.stat("Tickets", "Alerts that are mailed, now.")
        .query(
            "tickets",
            "count(ALERTS{alertname=~\"Tideboard.*\", alertstate=\"firing\", severity=\"ticket\"})"
                + " or vector(0)");
  }

  private static Panel judged() {
    return Panel.stat("Judged queues", "Queues open and busy enough for a ratio to say something.")
        .query("judged", "count(" + recorded("tideboard:judged:bool") + ") or vector(0)");
  }

  private static Panel breached() {
    return Panel.stat("Below target", "Queues whose service level of 30 minutes is below target.")
        .query(
            "below target",
            "count(tideboard:service_level:ratio{queue=~\"$queue\", channel=~\"$channel\","
                + " window=\"30m\"} < on (queue, channel) tideboard:service_level_target:ratio) or"
                + " vector(0)");
  }

  private static Panel firing() {
    return Panel.states("Firing", "From when to when which alert fired.")
        .query("{{alertname}} {{queue}} {{channel}}", ALERTS);
  }

  private static Panel burnLong() {
    return burn("30m");
  }

  private static Panel burnShort() {
    return burn("5m");
  }

  private static Panel burn(String window) {
    return Panel.series(
            "Burn, " + window,
            "How many times as many contacts are late as the target allows; alerts look at both"
                + " windows.")
        .query(
            QUEUE_AND_CHANNEL,
            "tideboard:burn:ratio{queue=~\"$queue\", channel=~\"$channel\", window=\""
                + window
                + "\"}")
        .limit("low", "min(" + recorded("tideboard:burn_low:ratio") + ")")
        .limit("burning", "min(" + recorded("tideboard:burn_fast:ratio") + ")");
  }

  private static Panel serviceLevel() {
    return Panel.series("Service level, 30 minutes", "Share served in time, and the targets.")
        .share()
        .query(
            QUEUE_AND_CHANNEL,
            "tideboard:service_level:ratio{queue=~\"$queue\", channel=~\"$channel\","
                + " window=\"30m\"}")
        .limit("target {{queue}} {{channel}}", recorded("tideboard:service_level_target:ratio"));
  }

  private static Panel longest() {
    return Panel.series(
            "Longest wait, in thresholds", "How many times its queue's threshold a contact waits.")
        .query(QUEUE_AND_CHANNEL, recorded("tideboard:longest_wait:thresholds"))
        .limit("limit", "tideboard:threshold:longest_wait");
  }

  private static Panel abandonRate() {
    return Panel.series("Abandon rate, 30 minutes", "(B - BS) / (A + B - BS), and its limit.")
        .share()
        .query(QUEUE_AND_CHANNEL, recorded("tideboard:abandon_rate:ratio30m"))
        .limit("limit", "tideboard:threshold:abandon_rate");
  }

  private static Panel breaches() {
    return Panel.series("Breaches a minute", "Visits that passed the threshold unanswered.")
        .unit("cpm")
        .query(QUEUE_AND_CHANNEL, perMinute("tideboard_sla_breaches_total"));
  }

  private static Panel limits() {
    return Panel.table(
            "What each queue promises",
            "From Tideboard's configuration; all other limits are in Prometheus' rules.")
        .column("Threshold", "s", each("tideboard_service_level_threshold_seconds"))
        .column("Target", "percentunit", each("tideboard_service_level_target_ratio"))
        .column("Burn of a ticket", "short", recorded("tideboard:burn_low:ratio"))
        .column("Burn of a page", "short", recorded("tideboard:burn_fast:ratio"))
        .column(
            "Open", "bool_yes_no", "max by (queue, channel) (tideboard_queue_open" + CHOSEN + ")");
  }
}
