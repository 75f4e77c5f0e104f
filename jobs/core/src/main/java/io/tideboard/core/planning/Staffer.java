// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.staffing.DeferredWork;
import io.tideboard.core.staffing.Staffing;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.Workload;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The agents that forecasts of one queue and channel ask for. Where customers stay on the line by
 * Erlang; on asynchronous channels as deferred work, by a deadline that is the threshold.
 */
final class Staffer {

  /** A handle time that nobody knows yet. */
  private static final double USUAL_AHT = 300;

  private final QueueDefinition definition;
  private final StaffingTerms terms;
  private final Schedule schedule;
  private final double @Nullable [] deferred;
  private final double @Nullable [] deferredP90;
  private int guess = 1;

  /**
   * @param rows of all intervals to come, by start
   * @param backlog contacts that are not settled yet
   */
  Staffer(
      QueueKey key,
      QueueDefinition definition,
      double patience,
      Schedule schedule,
      List<IntervalForecast> rows,
      int backlog) {
    this.definition = definition;
    this.schedule = schedule;
    double threshold = definition.threshold(key.channel()).toNanos() / 1e9;
    this.terms =
        new StaffingTerms(
            new StaffingTerms.Goal(threshold, definition.target()),
            patience,
            definition.planning().working(key.channel()));
    boolean later = Channels.asynchronous(key.channel());
    this.deferred = later ? deferred(rows, backlog, IntervalForecast::p50) : null;
    this.deferredP90 = later ? deferred(rows, backlog, IntervalForecast::p90) : null;
  }

  private double[] deferred(
      List<IntervalForecast> rows, int backlog, ToDoubleFunction<IntervalForecast> demand) {
    double[] arriving = new double[rows.size()];
    for (int i = 0; i < arriving.length; i++) {
      arriving[i] = demand.applyAsDouble(rows.get(i)) * aht(rows.get(i));
    }
    double seconds = definition.interval().toSeconds();
    int dueAfter = (int) (terms.goal().thresholdSeconds() / seconds);
    double first = rows.isEmpty() ? USUAL_AHT : aht(rows.get(0));
    return DeferredWork.agents(backlog * first, arriving, dueAfter, seconds);
  }

  /**
   * What one of the rows needs.
   *
   * @param index of it in the list
   */
  Need need(int index, IntervalForecast row) {
    OptionalInt planned = schedule.at(row.start());
    Integer scheduled = planned.isPresent() ? planned.getAsInt() : null;
    if (deferred != null && deferredP90 != null) {
      return new Need(
          DeferredWork.need(deferred[index], terms.working()).requiredAgents(),
          DeferredWork.need(deferredP90[index], terms.working()).requiredAgents(),
          scheduled,
          Double.NaN,
          Double.POSITIVE_INFINITY);
    }
    Workload half = work(row, row.p50());
    int required = required(half);
    double level =
        scheduled == null
            ? Double.NaN
            : Staffing.at(half, terms, scheduled).serviceLevel(terms.goal().thresholdSeconds());
    int more = required(work(row, row.p90()));
    guess = Math.max(1, (int) (required * terms.working().concurrency()));
    return new Need(required, more, scheduled, level, terms.patienceSeconds());
  }

  private int required(Workload work) {
    int required = Staffing.need(work, terms, guess).requiredAgents();
    guess = Math.max(1, (int) (required * terms.working().concurrency()));
    return required;
  }

  private Workload work(IntervalForecast row, double contacts) {
    return new Workload(contacts, definition.interval().toSeconds(), aht(row));
  }

  private static double aht(IntervalForecast row) {
    return row.ahtSeconds() > 0 ? row.ahtSeconds() : USUAL_AHT;
  }
}
