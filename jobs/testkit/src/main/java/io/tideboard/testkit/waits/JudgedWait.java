// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.queue.QueueKey;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was said of a contact's wait when it arrived, and what came of it.
 *
 * @param key the queue that it joined
 * @param arrivedAt when, in microseconds
 * @param waited how long until it was answered, in microseconds
 * @param guesses what each way of guessing had said just before, in the order of the judgement
 */
public record JudgedWait(QueueKey key, long arrivedAt, long waited, List<OptionalLong> guesses) {

  /** Whether every way of guessing had said something. */
  boolean comparable() {
    return guesses.stream().allMatch(OptionalLong::isPresent);
  }

  long error(int guess) {
    return Math.abs(guesses.get(guess).orElseThrow() - waited);
  }
}
