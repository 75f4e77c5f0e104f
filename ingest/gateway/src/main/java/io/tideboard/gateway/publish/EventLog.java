// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import io.tideboard.gateway.admission.Admitted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where admitted events go, and from where on they are never lost. */
public interface EventLog extends AutoCloseable {

  /**
   * Told once what became of the events of one request, on any thread, maybe before append returns.
   */
  @FunctionalInterface
  interface Outcome {

    /**
     * Every event is durable, or not all are.
     *
     * @param failure why not every accepted event is known to be durable; null when all are
     */
    void settled(@Nullable Exception failure);
  }

  /** Writes the accepted and the rejected ones, in order. Never blocks. */
  void append(Admitted admitted, Outcome outcome);

  /** Why nothing can be written now; null when it can. */
  @Nullable String trouble();

  /** Waits until the log can be written, but not longer than that; whether it can. */
  boolean awaitWritable(Duration longest);

  /** Waits for what was appended, but not for ever, and lets go. */
  @Override
  void close();
}
