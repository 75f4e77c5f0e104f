// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How demand is forecast.
 *
 * @param byDay whether forecasts are renewed only as a day begins and at the end of the log,
 *     instead of at the end of every interval
 * @param atMostEvery how often those of one queue are renewed at most, by the clock: in a replay a
 *     day may pass in a second
 * @param history what is known of earlier times
 */
public record ForecastSettings(boolean byDay, Duration atMostEvery, List<KnownDemand> history)
    implements Serializable {

  /** At the end of every interval, with nothing known beforehand. */
  public static final ForecastSettings LIVE =
      new ForecastSettings(false, Duration.ofMillis(200), List.of());

  /** For a log with an end. */
  public static final ForecastSettings BATCH =
      new ForecastSettings(true, Duration.ofMillis(200), List.of());

  public ForecastSettings {
    history = List.copyOf(history);
  }

  /** The same, with that known beforehand. */
  public ForecastSettings with(List<KnownDemand> other) {
    return new ForecastSettings(byDay, atMostEvery, other);
  }
}
