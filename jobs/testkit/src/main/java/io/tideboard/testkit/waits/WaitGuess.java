// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.queue.QueueKey;
import java.util.OptionalLong;

/** A way to tell how long a contact that arrives now will wait, from what happened before. */
public interface WaitGuess {

  /** What it is called in tables. */
  String name();

  /** Something has happened, not before anything that it was told of earlier. */
  void on(Fact fact);

  /** How long a contact that joins that queue at {@code now} will wait, in microseconds. */
  OptionalLong at(QueueKey key, long now);
}
