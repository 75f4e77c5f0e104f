// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import io.tideboard.core.estimate.PastWaits.Sum;
import org.jspecify.annotations.Nullable;

/**
 * How fast a line moves, as its past tells; all per microsecond or in microseconds.
 *
 * @param served rate at which contacts are served while somebody waits
 * @param leaving rate at which each of those waiting leaves unserved
 * @param throughput visits that ended
 * @param excess mean of the waits beyond a moment, of those that had to wait
 * @param delayed share of the visits that had to wait, 0 to 1
 */
record Pace(double served, double leaving, double throughput, double excess, double delayed) {

  /**
   * The pace of a line, or null when nothing tells it: nobody ever had to wait, and no handled leg
   * is known either.
   *
   * <p>To the visits of the last hour one that had to wait is added, an average one of all time, so
   * that a quiet hour neither leaves the pace unknown nor hangs it on a single wait.
   */
  static @Nullable Pace of(QueueState state) {
    PastWaits recently = state.past().recently();
    PastWaits ever = state.past().ever();
    double most = mostServed(state);
    if (ever.waited().visits() <= 0 || ever.waited().micros() <= 0) {
      return most > 0 ? new Pace(most, 0, 0, 0, 0) : null;
    }
    double one = 1.0 / ever.waited().visits();
    double waited = recently.waited().visits() + 1;
    double unserved = recently.waited().unserved() + one * ever.waited().unserved();
    double micros = recently.waited().micros() + one * ever.waited().micros();
    double ended = recently.ended() + one * ever.ended();
    double excess = micros / waited;
    double throughput = throughput(state.past());
    double servedShare = (waited - unserved + 1) / (waited + 1);
    double served = servedShare * (throughput + 1 / excess);
    return new Pace(
        most > 0 && state.agents() != null ? Math.min(served, most) : served,
        unserved / micros,
        throughput,
        excess,
        Math.min(1, waited / ended));
  }

  /** The longer window may hold hours at which nobody was there, the shorter one an odd lull. */
  private static double throughput(QueueState.Past past) {
    return Math.max(
        past.lately().ended() / (double) QueueState.LATELY,
        past.recently().ended() / (double) QueueState.RECENTLY);
  }

  /** What those who serve can do when they do nothing else; 0 when it is not known. */
  private static double mostServed(QueueState state) {
    double time = mean(state.past().recently().handled(), state.past().ever().handled());
    int inProgress = Math.max(1, state.line().inProgress());
    QueueState.Agents agents = state.agents();
    int serving = agents == null ? inProgress : Math.max(agents.capacity(), inProgress);
    return time > 0 ? serving / time : 0;
  }

  /** The mean of recent times and one average one of all time; 0 when there are none. */
  static double mean(Sum recently, Sum ever) {
    if (ever.count() <= 0) {
      return 0;
    }
    return (recently.micros() + ever.micros() / (double) ever.count()) / (recently.count() + 1);
  }

  /**
   * The probability that a contact that finds nobody waiting has to wait nevertheless: M/M/s, where
   * a share of the time ({@code delayed}) all agents are busy and for one part in {@code 1 + mean
   * length of the line} of that nobody waits.
   */
  double delayedThoughNobodyWaits() {
    double busy = delayed / (1 + throughput * excess);
    return busy / (busy + 1 - delayed);
  }
}
