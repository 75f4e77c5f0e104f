// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.estimate.QueueState.Agents;
import io.tideboard.core.estimate.QueueState.Line;
import java.util.OptionalLong;

/**
 * How long a contact that arrives now will wait for an answer, if it has the patience.
 *
 * <p><b>Figure.</b> The median of the wait's distribution, given who waits now: as many will wait
 * longer as shorter. The median, because estimates are judged by their mean absolute error, and
 * that is the figure which makes it least (Gneiting, "Making and Evaluating Point Forecasts",
 * 2011). Unit: microseconds, in whole seconds; range: 0 to {@link #LONGEST}.
 *
 * <p><b>Formula.</b> With {@code n} waiting, the new contact is served after {@code n + 1} turns,
 * of which each takes {@code 1 / (r + i·θ)} on average while {@code i} are still ahead, because the
 * line is served at rate {@code r} and each of those in it gives up at rate {@code θ}. This is
 * QL<sub>M</sub> of Whitt ("Predicting Queueing Delays", 1999) and of Ibrahim and Whitt ("Real-Time
 * Delay Estimation in Overloaded Multiserver Queues with Abandonments", 2009). They take {@code r}
 * from the number of agents and the handle time. Agents who serve several queues give each of them
 * only a share of their time, which no event tells, so {@code r} is read from the waits of others
 * instead. When all agents are busy the waits of M/M/s are exponential with mean {@code 1 / (r −
 * λ)} (Erlang), hence
 *
 * <pre>r = a·(λ + 1/E)   θ = unserved / time waited</pre>
 *
 * <p>of the last hour: {@code λ} visits ended per time (or of the last 15 minutes, if that is
 * more), {@code E} mean wait of those who had to wait, {@code a} share of those that was served.
 * Exact for M/M/s; with abandonment (Erlang A, 1 to 40 agents, offered load 0.5 to 1.5, patience
 * from one handle time to ever) at most 19 % above the true rate. Where agents are known, {@code r}
 * is at most capacity / handle time.
 *
 * <p><b>Where nobody waits</b> the median is that of "served at once with probability 1 − p, else
 * after one turn": mostly 0. To every estimate the mean wait of those served at once is added: what
 * ringing takes.
 *
 * <p><b>A line that stands still</b>, with nobody answered for 15 minutes while somebody waits as
 * long, has no pace: then the estimate is the wait of the first in line so far (HOL of Ibrahim and
 * Whitt), or {@code E} if that is longer. The same where nobody is signed in, if waits of hours are
 * usual, as they are with mail; else nobody knows.
 *
 * <p><b>Assumptions.</b> First come, first served on average; the last hour is like the next. An
 * estimate of more than an hour is in hours like the last one: it knows of no closing time. It
 * depends on sums and on who waits now alone, so the same history gives the same estimate, in
 * whatever order it came.
 */
public final class EstimatedWait {

  /** The longest estimate, in microseconds: 30 days. */
  public static final long LONGEST = 30L * 24 * 3600 * Micros.SECOND;

  private EstimatedWait() {}

  /**
   * The estimate in microseconds. None when nothing tells it: nobody was ever answered, or nobody
   * serves the queue now, or somebody has to wait for the first time and no handled leg is known.
   */
  public static OptionalLong of(QueueState state) {
    PastWaits ever = state.past().ever();
    if (ever.answered() <= 0) {
      return OptionalLong.empty();
    }
    Pace pace = Pace.of(state);
    if (nobodyServes(state)) {
      return pace != null && pace.excess() > QueueState.RECENTLY
          ? rounded(asOthersWaited(state, pace))
          : OptionalLong.empty();
    }
    double ringing = Pace.mean(state.past().recently().atOnce(), ever.atOnce());
    Line line = state.line();
    Agents agents = state.agents();
    if (agents != null && agents.free() > line.waiting()) {
      return rounded(ringing);
    }
    if (pace == null) {
      return line.waiting() <= 0 && agents == null ? rounded(ringing) : OptionalLong.empty();
    }
    return rounded(ringing + inLine(state, pace));
  }

  private static double inLine(QueueState state, Pace pace) {
    int waiting = state.line().waiting();
    if (waiting <= 0) {
      double p = state.agents() == null ? pace.delayedThoughNobodyWaits() : 1;
      return p <= 0.5 ? 0 : StrictMath.log(2 * p) / pace.served();
    }
    return standsStill(state)
        ? asOthersWaited(state, pace)
        : Turns.median(pace.served(), pace.leaving(), waiting);
  }

  private static double asOthersWaited(QueueState state, Pace pace) {
    return Math.max(state.line().longestWait(), pace.excess());
  }

  private static boolean nobodyServes(QueueState state) {
    Agents agents = state.agents();
    return agents != null && agents.capacity() <= 0 && state.line().inProgress() <= 0;
  }

  private static boolean standsStill(QueueState state) {
    return state.past().lately().answered() <= 0 && state.line().longestWait() >= QueueState.LATELY;
  }

  private static OptionalLong rounded(double micros) {
    long seconds = Math.round(micros / Micros.SECOND);
    return OptionalLong.of(Math.min(seconds * Micros.SECOND, LONGEST));
  }
}
