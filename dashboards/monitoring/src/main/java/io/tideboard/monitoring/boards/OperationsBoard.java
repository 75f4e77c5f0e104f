// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static io.tideboard.monitoring.boards.Promql.CHOSEN;
import static io.tideboard.monitoring.boards.Promql.each;
import static io.tideboard.monitoring.boards.Promql.perMinute;
import static io.tideboard.monitoring.boards.Promql.sum;
import static io.tideboard.monitoring.boards.Promql.total;

/** All queues at a glance. */
final class OperationsBoard {

  private static final String QUEUE_AND_CHANNEL = "{{queue}} {{channel}}";

  private OperationsBoard() {}

  static Board board() {
    return Board.of(
            "operations",
            "Tideboard / Operations overview",
            "All queues at a glance: who waits, who serves, and what was promised.")
        .by(Variable.QUEUES, Variable.CHANNELS)
        .row("Now", waiting(), longest(), inProgress(), atRisk(), breaches(), age())
        .row("Queues, the longest wait first", queues())
        .row("Course", depth(), arrivals(), abandons(), serviceLevel(), agents(), served());
  }

  private static Panel waiting() {
    return Panel.stat("Waiting", "Queue visits begun and not ended.")
        .query("waiting", sum("tideboard_contacts_waiting"));
  }

  private static Panel longest() {
    return Panel.stat("Longest wait", "How long the contact that waits longest has waited.")
        .unit("s")
        .query("longest wait", "max(tideboard_longest_wait_seconds" + CHOSEN + ")");
  }

  private static Panel inProgress() {
    return Panel.stat("In progress", "Contacts being served.")
        .query("in progress", sum("tideboard_contacts_in_progress"));
  }

  private static Panel atRisk() {
    return Panel.stat("At risk", "Waiting visits that passed 80 % of their queue's threshold.")
        .query("at risk", sum("tideboard_contacts_at_risk"));
  }

  private static Panel breaches() {
    return Panel.stat(
            "Breaches", "Visits that passed the threshold unanswered, in the board's time.")
        .query("breaches", total("tideboard_sla_breaches_total"));
  }

  private static Panel age() {
    return Panel.stat("Age of the data", "How long ago the latest figures were published.")
        .unit("s")
        .query("age", "time() - max(tideboard_snapshot_timestamp_seconds)");
  }

  private static Panel queues() {
    return Panel.table("Queues", "Every queue and channel, as it stands now.")
        .column("Longest wait", "s", each("tideboard_longest_wait_seconds"))
        .column("Waiting", "short", each("tideboard_contacts_waiting"))
        .column("At risk", "short", each("tideboard_contacts_at_risk"))
        .column("In progress", "short", each("tideboard_contacts_in_progress"))
        .column(
            "Service level 30m",
            "percentunit",
            "max by (queue, channel) (tideboard_service_level_ratio"
                + "{queue=~\"$queue\", channel=~\"$channel\", window=\"30m\"})")
        .column("Target", "percentunit", each("tideboard_service_level_target_ratio"))
        .column("Open", "bool_yes_no", each("tideboard_queue_open"));
  }

  private static Panel depth() {
    return Panel.series("Waiting by queue", "How many wait, by queue and channel.")
        .query(QUEUE_AND_CHANNEL, each("tideboard_contacts_waiting"));
  }

  private static Panel arrivals() {
    return Panel.series("Offered a minute", "Queue visits begun, by queue and channel.")
        .unit("cpm")
        .query(QUEUE_AND_CHANNEL, perMinute("tideboard_contacts_offered_total"));
  }

  private static Panel abandons() {
    return Panel.series("Abandoned a minute", "Visits that customers gave up, short abandons too.")
        .unit("cpm")
        .query(QUEUE_AND_CHANNEL, perMinute("tideboard_contacts_abandoned_total"));
  }

  private static Panel serviceLevel() {
    return Panel.series(
            "Service level, 30 minutes",
            "Share served in time by each queue's formula; no line where nobody was judged.")
        .share()
        .query(
            QUEUE_AND_CHANNEL,
            "max by (queue, channel) (tideboard_service_level_ratio"
                + "{queue=~\"$queue\", channel=~\"$channel\", window=\"30m\"})");
  }

  private static Panel agents() {
    return Panel.series("Agents by state", "Agents of the chosen queues; of two queues, twice.")
        .stacked()
        .query(
            "{{state}}",
            "sum by (state) (max by (queue, state) (tideboard_agents{queue=~\"$queue\"}))");
  }

  private static Panel served() {
    return Panel.series("In progress by channel", "Contacts being served, by channel.")
        .stacked()
        .query("{{channel}}", "sum by (channel) (" + each("tideboard_contacts_in_progress") + ")");
  }
}
