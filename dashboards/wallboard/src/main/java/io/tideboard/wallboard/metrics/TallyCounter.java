// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.Measure;
import java.util.function.ToLongFunction;

/** What was counted since the beginning, as counters. */
enum TallyCounter {
  OFFERED("contacts_offered", Kpi.OFFERED_VISITS, Measure.OFFERED),
  ANSWERED("contacts_answered", Kpi.ANSWERED_VISITS, Measure.ANSWERED),
  ANSWERED_WITHIN(
      "contacts_answered_within_threshold", Kpi.ANSWERED_WITHIN, Measure.ANSWERED_WITHIN_THRESHOLD),
  ABANDONED("contacts_abandoned", Kpi.ABANDONED_VISITS, Measure.ABANDONED),
  SHORT_ABANDONED("contacts_short_abandoned", Kpi.SHORT_ABANDONS, Measure.SHORT_ABANDONED),
  ABANDONED_WITHIN(
      "contacts_abandoned_within_threshold",
      Kpi.ABANDONED_WITHIN,
      Measure.ABANDONED_WITHIN_THRESHOLD),
  FLOWED_OUT("contacts_flowed_out", Kpi.FLOW_OUTS, Measure.FLOWED_OUT),
  CALLBACKS("contacts_callbacks", Kpi.CALLBACK_REQUESTS, Measure.CALLBACKS),
  TRANSFERRED("contacts_transferred", Kpi.TRANSFERS_OUT, Measure.TRANSFERRED_OUT),
  LOST("contacts_lost", Kpi.LOST_VISITS, Measure.LOST),
  CORRECTIONS_TOO_LATE(
      "corrections_too_late",
      "Corrections that came after their interval was closed for good.",
      QueueStatus.Counts::tooLate),
  BREACHES(
      "sla_breaches",
      "Visits that passed the threshold unanswered.",
      counts -> counts.lifetime().breaches());

  final String metric;
  final String help;
  private final ToLongFunction<QueueStatus.Counts> value;

  TallyCounter(String name, Kpi kpi, Measure measure) {
    this(name, kpi.definition(), counts -> counts.lifetime().get(measure));
  }

  TallyCounter(String name, String help, ToLongFunction<QueueStatus.Counts> value) {
    this.metric = "tideboard_" + name + "_total";
    this.help = help;
    this.value = value;
  }

  long of(QueueStatus.Counts counts) {
    return value.applyAsLong(counts);
  }
}
