// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * What happens to the contacts of a workload at a number of servers, in the long run. Rates and
 * probabilities are of all contacts offered, 0 to 1; a figure of which there are no data is NaN.
 */
public interface WaitingModel {

  /** The share that has to wait. */
  double probabilityOfWait();

  /** The share that is answered within a time. */
  double serviceLevel(double thresholdSeconds);

  /** The mean wait in seconds, of all contacts; infinite where the line grows for ever. */
  double meanWaitSeconds();

  /** The mean wait in seconds of those who are answered. */
  double waitOfAnsweredSeconds();

  /** The share that gives up. */
  double abandonRate();

  /** The share of the time for which a server is busy. */
  double occupancy();

  /** How many wait on average; infinite where the line grows for ever. */
  double queueLength();

  /** Whether the line has an end: with patience it always has. */
  boolean stable();

  /**
   * The model of a workload.
   *
   * @param patienceSeconds mean time after which somebody who waits gives up; infinite where nobody
   *     ever does
   */
  static WaitingModel of(Workload work, int servers, double patienceSeconds) {
    if (work.contacts() == 0) {
      return new Nobody(servers);
    }
    return patienceSeconds == Double.POSITIVE_INFINITY
        ? new ErlangC(work, servers)
        : new ErlangA(work, servers, patienceSeconds);
  }
}
