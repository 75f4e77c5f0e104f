// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * Everybody waits as long as it takes (M/M/n, Erlang 1917). Assumes Poisson arrivals, exponential
 * handle times and a steady state. Exact to rounding: {@code C = 1 / ((1 − ρ)/B + ρ)} adds positive
 * terms only.
 *
 * <p>Overload is an answer: where the load is at least the number of servers everybody waits for
 * ever, nobody is answered in any time, and the servers are always busy.
 */
public final class ErlangC implements WaitingModel {

  private final Workload work;
  private final int servers;
  private final double spare;
  private final double wait;

  /**
   * @param work of at least some contacts
   * @param servers 0 or more
   */
  public ErlangC(Workload work, int servers) {
    this.work = work;
    this.servers = servers;
    double load = work.load();
    this.spare = servers - load;
    this.wait =
        spare > 0 ? 1 / (ErlangB.inverse(load, servers) * spare / servers + load / servers) : 1;
  }

  @Override
  public double probabilityOfWait() {
    return wait;
  }

  @Override
  public double serviceLevel(double thresholdSeconds) {
    return stable() ? 1 - wait * StrictMath.exp(-spare * thresholdSeconds / work.ahtSeconds()) : 0;
  }

  @Override
  public double meanWaitSeconds() {
    return stable() ? wait * work.ahtSeconds() / spare : Double.POSITIVE_INFINITY;
  }

  @Override
  public double waitOfAnsweredSeconds() {
    return meanWaitSeconds();
  }

  @Override
  public double abandonRate() {
    return 0;
  }

  @Override
  public double occupancy() {
    return servers == 0 ? Double.NaN : Math.min(1, work.load() / servers);
  }

  @Override
  public double queueLength() {
    return meanWaitSeconds() * work.rate();
  }

  @Override
  public boolean stable() {
    return spare > 0;
  }
}
