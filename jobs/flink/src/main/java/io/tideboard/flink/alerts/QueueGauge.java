// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.QueueWatch;
import io.tideboard.core.alerts.Reading;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.results.QueueStatus;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks at queues that are published, where alerts are wanted. */
public final class QueueGauge {

  private final @Nullable AlertSettings settings;
  private final Sieve sieve = new Sieve();

  /**
   * @param settings null for none
   */
  public QueueGauge(@Nullable AlertSettings settings) {
    this.settings = settings;
  }

  /**
   * What is to be told of a status that is published; null for nothing.
   *
   * @param wall by the clock, in milliseconds
   */
  public @Nullable Reading read(QueueStatus status, QueueDefinition definition, long wall) {
    AlertSettings wanted = settings;
    if (wanted == null) {
      return null;
    }
    long asOf = status.freshness().asOf() / Micros.MILLI;
    return asOf < wall - wanted.maxLag().toMillis()
        ? null
        : sieve.pass(QueueWatch.read(status, definition, rules(wanted, status)));
  }

  /** When to look at the queue again although nothing happens. */
  public OptionalLong nextChange(QueueStatus status, QueueDefinition definition) {
    AlertSettings wanted = settings;
    return wanted == null
        ? OptionalLong.empty()
        : QueueWatch.nextChange(status, definition, rules(wanted, status));
  }

  private static AlertRules rules(AlertSettings wanted, QueueStatus status) {
    return wanted.rules().of(status.key().queue());
  }

  /** The queue and channel are over. */
  public void forget(String key) {
    sieve.forget(key);
  }
}
