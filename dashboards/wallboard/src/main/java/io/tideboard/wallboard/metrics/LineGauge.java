// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.results.QueueStatus;
import java.util.function.ToIntFunction;

/** Who is there now, as gauges. */
enum LineGauge {
  WAITING(
      "tideboard_contacts_waiting", "Queue visits begun and not ended.", QueueStatus.Line::waiting),
  IN_PROGRESS(
      "tideboard_contacts_in_progress", "Contacts being served.", QueueStatus.Line::inProgress),
  AT_RISK(
      "tideboard_contacts_at_risk",
      "Waiting visits that passed the at-risk share of the threshold, breached ones included.",
      QueueStatus.Line::atRisk);

  final String metric;
  final String help;
  private final ToIntFunction<QueueStatus.Line> value;

  LineGauge(String metric, String help, ToIntFunction<QueueStatus.Line> value) {
    this.metric = metric;
    this.help = help;
    this.value = value;
  }

  double of(QueueStatus status) {
    return value.applyAsInt(status.line());
  }
}
