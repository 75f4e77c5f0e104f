// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.backtest;

import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.queue.QueueKey;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * What came to a queue and channel in the past.
 *
 * @param actuals by the start of their interval, in microseconds
 */
public record DemandSeries(QueueKey key, NavigableMap<Long, IntervalActual> actuals) {

  public DemandSeries {
    actuals = Collections.unmodifiableNavigableMap(new TreeMap<>(actuals));
  }

  /**
   * Sums up what came in finer intervals; handle times are weighed by contacts.
   *
   * @param intervalStart the start of the interval that holds an instant
   */
  public static DemandSeries of(
      QueueKey key, Collection<IntervalActual> finer, LongUnaryOperator intervalStart) {
    TreeMap<Long, Sum> sums = new TreeMap<>();
    for (IntervalActual actual : finer) {
      sums.merge(intervalStart.applyAsLong(actual.start()), Sum.of(actual), Sum::plus);
    }
    TreeMap<Long, IntervalActual> actuals = new TreeMap<>();
    sums.forEach((start, sum) -> actuals.put(start, sum.from(start)));
    return new DemandSeries(key, actuals);
  }

  private record Sum(int contacts, double handled, double seconds) {

    static Sum of(IntervalActual actual) {
      boolean known = !Double.isNaN(actual.ahtSeconds());
      int contacts = actual.contacts();
      return new Sum(contacts, known ? contacts : 0, known ? contacts * actual.ahtSeconds() : 0);
    }

    Sum plus(Sum other) {
      return new Sum(
          Math.addExact(contacts, other.contacts),
          handled + other.handled,
          seconds + other.seconds);
    }

    IntervalActual from(long start) {
      return new IntervalActual(start, contacts, handled == 0 ? Double.NaN : seconds / handled);
    }
  }
}
