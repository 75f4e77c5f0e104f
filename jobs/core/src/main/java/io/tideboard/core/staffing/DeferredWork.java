// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.util.Arrays;

/**
 * Work that can wait: e-mail and the like. Nobody is on the line, so what counts is not a
 * probability of waiting but that everything is done by when it was promised. Work done first in
 * first out, as a fluid: the cumulative work done must lie between what has arrived and what is
 * due. Of all such curves the taut string between the two has the least greatest slope, and changes
 * least (Dantzig 1971; Yao, Demers and Shenker 1995): as few agents as possible, and as evenly as
 * possible.
 *
 * <p>Intervals in which the queue is closed are left out by the caller: in them nobody works.
 */
public final class DeferredWork {

  private DeferredWork() {}

  /**
   * Agents that must be busy in each interval, as fractions.
   *
   * @param backlogSeconds handle time of what lies there already; due one interval before the first
   *     arrivals are
   * @param arrivingSeconds handle time of what arrives in each interval
   * @param dueAfter how many intervals after that of its arrival work must be done by the end of
   *     one, 0 or more
   * @param intervalSeconds length of an interval
   */
  public static double[] agents(
      double backlogSeconds, double[] arrivingSeconds, int dueAfter, double intervalSeconds) {
    int n = arrivingSeconds.length;
    double[] arrived = new double[n + 1];
    arrived[0] = backlogSeconds;
    for (int i = 0; i < n; i++) {
      arrived[i + 1] = arrived[i] + arrivingSeconds[i];
    }
    double[] due = new double[n + 1];
    for (int i = Math.max(1, dueAfter); i <= n; i++) {
      due[i] = arrived[i - dueAfter];
    }
    return slopes(due, arrived, intervalSeconds);
  }

  private static double[] slopes(double[] due, double[] arrived, double intervalSeconds) {
    int n = due.length - 1;
    double[] agents = new double[n];
    int at = 0;
    double done = 0;
    while (at < n) {
      Reach reach = reach(at, done, due, arrived);
      Arrays.fill(agents, at, reach.until, reach.slope / intervalSeconds);
      done += reach.slope * (reach.until - at);
      at = reach.until;
    }
    return agents;
  }

  /** The straight piece of the string that begins there. */
  private static Reach reach(int at, double done, double[] due, double[] arrived) {
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    int leastAt = at + 1;
    int mostAt = at + 1;
    for (int k = at + 1; k < due.length; k++) {
      double must = (due[k] - done) / (k - at);
      double may = (arrived[k] - done) / (k - at);
      if (must > most) {
        return new Reach(mostAt, most);
      }
      if (may < least) {
        return new Reach(leastAt, least);
      }
      if (must >= least) {
        least = must;
        leastAt = k;
      }
      if (may <= most) {
        most = may;
        mostAt = k;
      }
    }
    return new Reach(least > 0 ? leastAt : due.length - 1, least);
  }

  private record Reach(int until, double slope) {}

  /** What one interval of deferred work needs. */
  public static StaffingNeed need(double busyAgents, StaffingTerms.Working working) {
    return StaffingNeed.of(
        busyAgents / working.concurrency() / working.maxOccupancy(), working.shrinkage());
  }
}
