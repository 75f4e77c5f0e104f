// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static io.tideboard.monitoring.boards.Promql.CHOSEN;

/** What is expected, who is needed for it, and who is there. */
final class ForecastBoard {

  private static final String AHEAD =
      "{queue=~\"$queue\", channel=~\"$channel\", horizon=\"$horizon\"}";

  private ForecastBoard() {}

  static Board board() {
    return Board.of(
            "forecast",
            "Tideboard / Forecast and staffing",
            "What is expected at the chosen horizon, who is needed for it, and who is there.")
        .by(Variable.QUEUES, Variable.CHANNELS, Variable.HORIZON)
        .row("Demand", expected(), horizons(), arrived())
        .row("Staff", needed(), gap(), states())
        .row("How good", errors(), bias());
  }

  private static Panel expected() {
    return Panel.series(
            "Expected contacts", "Contacts of one interval at the chosen horizon, by quantile.")
        .query(
            "{{queue}} {{channel}} p{{quantile}}",
            "max by (queue, channel, quantile) (tideboard_forecast_contacts" + AHEAD + ")");
  }

  private static Panel horizons() {
    return Panel.series(
            "Expected contacts by horizon", "The median of the chosen queues, added up.")
        .query(
            "{{horizon}}",
            "sum by (horizon) (max by (queue, channel, horizon) (tideboard_forecast_contacts"
                + "{queue=~\"$queue\", channel=~\"$channel\", quantile=\"0.5\"}))");
  }

  private static Panel arrived() {
    return Panel.series("Contacts in 15 minutes", "Queue visits that really began.")
        .query(
            "{{queue}} {{channel}}",
            "max by (queue, channel) (increase(tideboard_contacts_offered_total"
                + CHOSEN
                + "[15m]))");
  }

  private static Panel needed() {
    return Panel.series(
            "Agents needed and there",
            "Needed at the chosen horizon, on all channels; signed in; and serving or free to.")
        .query(
            "{{queue}} needed",
            "sum by (queue) (max by (queue, channel) (tideboard_required_agents" + AHEAD + "))")
        .query("{{queue}} signed in", "tideboard:agents_signed_in:sum{queue=~\"$queue\"}")
        .query("{{queue}} serving", "tideboard:agents_serving:sum{queue=~\"$queue\"}");
  }

  private static Panel gap() {
    return Panel.series(
            "Agents missing", "Needed at the chosen horizon less signed in, and the alert's limit.")
        .query(
            "{{queue}}",
            "sum by (queue) (max by (queue, channel) (tideboard_required_agents"
                + AHEAD
                + ")) - on (queue) tideboard:agents_signed_in:sum")
        .limit("limit", "tideboard:threshold:staff_gap");
  }

  private static Panel states() {
    return Panel.series("Agents by state", "Agents of the chosen queues; of two queues, twice.")
        .stacked()
        .query(
            "{{state}}",
            "sum by (state) (max by (queue, state) (tideboard_agents{queue=~\"$queue\"}))");
  }

  private static Panel errors() {
    return Panel.series(
            "Error of forecasts",
            "Sum of absolute errors over contacts, of the last 28 days, by how early it was.")
        .unit("percentunit")
        .half()
        .query(
            "{{queue}} {{channel}} {{horizon}}",
            "max by (queue, channel, horizon) (tideboard_forecast_wape_ratio" + CHOSEN + ")");
  }

  private static Panel bias() {
    return Panel.series(
            "Bias of forecasts",
            "Sum of errors over contacts, of the last 28 days; above 0 where too much was forecast.")
        .unit("percentunit")
        .half()
        .query(
            "{{queue}} {{channel}} {{horizon}}",
            "max by (queue, channel, horizon) (tideboard_forecast_bias_ratio" + CHOSEN + ")");
  }
}
