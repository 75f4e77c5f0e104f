// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.estimate.PastWaits.Sum;
import io.tideboard.core.estimate.PastWaits.Waited;
import io.tideboard.core.estimate.QueueState.Agents;
import io.tideboard.core.estimate.QueueState.Line;
import io.tideboard.core.estimate.QueueState.Past;
import org.jspecify.annotations.Nullable;

/** Queues to estimate waits in. */
final class Queues {

  /** Talk and wrap-up take five minutes. */
  static final Sum HANDLED = new Sum(40, seconds(40 * 300));

  /**
   * An hour like any other: 40 visits, 10 of which waited for 60 s beyond a moment, 1 of them in
   * vain.
   */
  static final PastWaits HOUR =
      new PastWaits(40, new Waited(10, 1, seconds(600)), new Sum(30, 0), HANDLED);

  /** A quarter of that hour. */
  static final PastWaits QUARTER =
      new PastWaits(10, new Waited(3, 0, seconds(180)), new Sum(7, 0), new Sum(10, seconds(3000)));

  /** A hundred such hours. */
  static final PastWaits EVER =
      new PastWaits(
          4000,
          new Waited(1000, 100, seconds(60_000)),
          new Sum(3000, 0),
          new Sum(3900, seconds(3900 * 300)));

  static final Past BUSY = new Past(QUARTER, HOUR, EVER);

  private Queues() {}

  /** So many wait, the first for 40 s, and no agent's state is known. */
  static QueueState withWaiting(int waiting) {
    return new QueueState(line(waiting), null, BUSY);
  }

  /** So many wait, and so many agents can serve them, so many of whom are free. */
  static QueueState withAgents(int waiting, int capacity, int free) {
    return new QueueState(line(waiting), new Agents(capacity, free), BUSY);
  }

  /** So many wait, and that is how others waited. */
  static QueueState after(Past past, int waiting) {
    return new QueueState(line(waiting), null, past);
  }

  /** The same queue, in which the first in line waits so long. */
  static QueueState firstWaits(QueueState state, long seconds) {
    Line line = state.line();
    return new QueueState(
        new Line(line.waiting(), seconds(seconds), line.inProgress()),
        state.agents(),
        state.past());
  }

  private static Line line(int waiting) {
    return new Line(waiting, waiting == 0 ? 0 : seconds(40), 5);
  }

  static long seconds(long seconds) {
    return seconds * Micros.SECOND;
  }

  /** The estimate in seconds, or null. */
  static @Nullable Double estimate(QueueState state) {
    var micros = EstimatedWait.of(state);
    return micros.isPresent() ? Micros.seconds(micros.getAsLong()) : null;
  }
}
