// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.tideboard.gateway.publish.EventLog.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** One callback for all records of a request: the last acknowledgement settles it. */
final class Countdown implements Callback {

  private final AtomicInteger missing;
  private final Outcome outcome;
  private volatile @Nullable Exception failure;

  Countdown(int records, Outcome outcome) {
    this.missing = new AtomicInteger(records);
    this.outcome = outcome;
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      failure = exception;
    }
    arrived();
  }

  /** A rejected event's record: waited for, but its loss is nobody's who was told otherwise. */
  void arrived() {
    if (missing.decrementAndGet() == 0) {
      outcome.settled(failure);
    }
  }
}
