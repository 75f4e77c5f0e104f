// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.Accuracy;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.Lead;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.wallboard.table.ForecastTable;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is exposed of forecasts: of the intervals that hold now and some time from now. */
final class ForecastFamilies {

  private static final long MINUTE = 60 * Micros.SECOND;
  private static final long JUDGED = 28 * 24 * 60 * MINUTE;

  private enum Horizon {
    QUARTER("15m", 15),
    HOUR("1h", 60),
    DAY("1d", 24 * 60),
    WEEK("7d", 7 * 24 * 60);

    private final byte[] label;
    private final String name;
    private final long ahead;

    Horizon(String name, int minutes) {
      this.name = name;
      this.label = Line.label("horizon", name);
      this.ahead = minutes * MINUTE;
    }
  }

  private enum Quantile {
    P025("0.025", row -> row.demand().p025()),
    P10("0.1", row -> row.demand().p10()),
    P50("0.5", row -> row.demand().p50()),
    P90("0.9", row -> row.demand().p90()),
    P975("0.975", row -> row.demand().p975());

    private final String name;
    private final ToDoubleFunction<ForecastRow> of;

    Quantile(String name, ToDoubleFunction<ForecastRow> of) {
      this.name = name;
      this.of = of;
    }
  }

  private static final byte[][] LEADS = QueueFamilies.labels("horizon", Lead.values());

  private final ForecastTable table;

  ForecastFamilies(ForecastTable table) {
    this.table = table;
  }

  List<Family> all() {
    return List.of(
        Family.gauge(
            "tideboard_forecast_contacts",
            "Contacts expected in the interval that lies so far ahead; so many or fewer with that"
                + " probability.",
            this::contacts),
        Family.gauge(
            "tideboard_required_agents",
            "Agents at work that the expected contacts of the interval so far ahead need.",
            this::required),
        Family.gauge(
            "tideboard_forecast_wape_ratio",
            "Sum of absolute errors / sum of contacts of the last 28 days, by lead time.",
            (queue, line) -> accuracy(queue, line, Accuracy::wape)),
        Family.gauge(
            "tideboard_forecast_bias_ratio",
            "Sum of errors / sum of contacts of the last 28 days, by lead time; above 0 where too"
                + " much was forecast.",
            (queue, line) -> accuracy(queue, line, Accuracy::bias)));
  }

  private void contacts(Shown queue, Line line) {
    for (Horizon horizon : Horizon.values()) {
      ForecastRow row = row(queue, horizon);
      if (row != null) {
        for (Quantile quantile : Quantile.values()) {
          line.value(LABELS[horizon.ordinal()][quantile.ordinal()], quantile.of.applyAsDouble(row));
        }
      }
    }
  }

  private static final byte[][][] LABELS = labels();

  private static byte[][][] labels() {
    byte[][][] labels = new byte[Horizon.values().length][Quantile.values().length][];
    for (Horizon horizon : Horizon.values()) {
      for (Quantile quantile : Quantile.values()) {
        labels[horizon.ordinal()][quantile.ordinal()] =
            TextPage.ascii(",horizon=\"" + horizon.name + "\",quantile=\"" + quantile.name + '"');
      }
    }
    return labels;
  }

  private void required(Shown queue, Line line) {
    for (Horizon horizon : Horizon.values()) {
      ForecastRow row = row(queue, horizon);
      if (row != null) {
        line.value(horizon.label, row.need().requiredAgents());
      }
    }
  }

  private @Nullable ForecastRow row(Shown queue, Horizon horizon) {
    return table.at(queue.queue().key(), now(queue) + horizon.ahead);
  }

  private void accuracy(Shown queue, Line line, ToDoubleFunction<Accuracy> figure) {
    QueueKey key = queue.queue().key();
    long now = now(queue);
    for (Lead lead : Lead.values()) {
      Accuracy accuracy = new Accuracy(lead);
      table.rows(key, now - JUDGED, now).forEach(accuracy::take);
      double value = figure.applyAsDouble(accuracy);
      if (!Double.isNaN(value)) {
        line.value(LEADS[lead.ordinal()], value);
      }
    }
  }

  private static long now(Shown queue) {
    Instant stream = queue.now().stream();
    return stream == null ? queue.queue().freshness().asOf() : Micros.of(stream);
  }
}
