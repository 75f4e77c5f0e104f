// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Rows of a center in which ten contacts come to a queue in a quarter of an hour, in the order in
 * which a job would write them: one interval of every queue, then the next. The same at every run.
 */
final class MadeRows {

  static final long QUARTER = 900 * Micros.SECOND;
  static final int A_DAY = 96;
  static final int A_YEAR = 365 * A_DAY;

  private static final long FIRST = Micros.of(Instant.parse("2025-01-01T00:00:00Z"));
  private static final String[] CHANNELS = {"voice", "chat", "email", "messaging"};
  private static final int DIFFERENT = 5_000;

  private final QueueTally[] tallies = new QueueTally[DIFFERENT];

  MadeRows() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DIFFERENT; i++) {
      tallies[i] = tally(random);
    }
  }

  static long start(int interval) {
    return FIRST + interval * QUARTER;
  }

  /** A queue on a channel, by its number. */
  static QueueKey key(int number) {
    return new QueueKey("Queue number " + number / CHANNELS.length, CHANNELS[number % 4]);
  }

  IntervalRow row(int key, int interval, Basis basis) {
    int which = Math.floorMod(31 * key + 17 * interval + 7 * basis.ordinal(), DIFFERENT);
    return new IntervalRow(key(key), start(interval), 15, basis, 40L * interval, tallies[which]);
  }

  private static QueueTally tally(SplittableRandom random) {
    QueueTally tally = new QueueTally();
    for (int visits = 4 + random.nextInt(12); visits > 0; visits--) {
      long wait = (long) (-Math.log(1 - random.nextDouble()) * 15 * Micros.SECOND);
      tally.add(Measure.OFFERED, 1);
      tally.add(Measure.CONTACTS, 1);
      if (random.nextInt(20) == 0) {
        tally.add(Measure.ABANDONED, 1);
        tally.add(Sample.ABANDON_WAIT, wait, 1);
      } else {
        answer(tally, wait, 60 * Micros.SECOND + random.nextLong(300 * Micros.SECOND));
      }
    }
    return tally;
  }

  private static void answer(QueueTally tally, long wait, long handled) {
    tally.add(Measure.ANSWERED, 1);
    tally.add(Measure.ANSWER_WAIT_MICROS, wait);
    tally.add(Sample.ANSWER_WAIT, wait, 1);
    tally.add(Sample.FIRST_RESPONSE, wait, 1);
    tally.add(Measure.RESPONSES, 1);
    tally.add(Measure.WAITED, 1);
    tally.add(Measure.WAITED_MICROS, wait);
    tally.add(Measure.HANDLED, 1);
    tally.add(Measure.HANDLE_MICROS, handled);
    tally.add(Measure.TALK_MICROS, handled * 8 / 10);
    tally.add(Measure.HOLD_MICROS, handled / 10);
    tally.add(Measure.WRAP_UP_MICROS, handled / 10);
    tally.add(Measure.CONTACTS_ENDED, 1);
  }
}
