// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The batches that nobody has answered yet, by their earliest event. Safe for threads. */
final class OnTheirWay {

  private final TreeMap<Instant, Integer> batches = new TreeMap<>();
  private @Nullable Throwable failure;

  /** A batch has left. */
  synchronized void left(Instant earliest) {
    batches.merge(earliest, 1, Integer::sum);
  }

  /** It is answered. */
  synchronized void answered(Instant earliest) {
    batches.computeIfPresent(earliest, (time, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /** Some batch will never be answered, for that reason. */
  synchronized void failed(Throwable why) {
    failure = why;
    notifyAll();
  }

  /**
   * Waits while an event before {@code time} is not answered.
   *
   * @throws ExecutionException when some batch never will be
   */
  synchronized void awaitNoneBefore(Instant time) throws InterruptedException, ExecutionException {
    while (earliest().isBefore(time)) {
      check();
      wait();
    }
  }

  /**
   * Does nothing while all is well.
   *
   * @throws ExecutionException when some batch never will be answered
   */
  synchronized void check() throws ExecutionException {
    if (failure != null) {
      throw new ExecutionException(failure);
    }
  }

  /** The earliest event that is not answered; {@link Instant#MAX} when all are. */
  synchronized Instant earliest() {
    return batches.isEmpty() ? Instant.MAX : batches.firstKey();
  }
}
