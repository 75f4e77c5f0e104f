// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait give up after an exponential patience (M/M/n+M, Palm 1957; Garnett, Mandelbaum and
 * Reiman 2002; formulas as in Zeltyn and Mandelbaum 2005). With arrival rate λ, service rate μ and
 * rate of giving up θ, {@code x = λ/θ} and {@code y = nμ/θ}, the probability of {@code j} waiting
 * is proportional to {@code t(j) = Π x/(y+k)} over k from 1 to j.
 *
 * <p>The terms are summed from the greatest one outwards and relative to it, and joined to the
 * states without a line by the recurrence of {@link ErlangB}: nothing overflows or underflows, and
 * nothing is subtracted, up to 100 000 servers and beyond, in any overload. The service level is an
 * integral ({@link OfferedWait}).
 */
public final class ErlangA implements WaitingModel {

  /** Below so much of the sum a term and all after it cannot be seen any more. */
  private static final double NEGLIGIBLE = 1e-26;

  private final Workload work;
  private final int servers;
  private final double patience;
  private final double x;
  private final double y;

  /** Of t(j), all relative to the greatest: the sum, the sum of j·t(j), and t(0). */
  private double sum = 1;

  private double sumOfWaiting;
  private double first;

  private final double wait;
  private final double atOnce;
  private @Nullable OfferedWait offered;

  /**
   * @param work of at least some contacts
   * @param servers 0 or more
   * @param patienceSeconds mean patience, above 0
   */
  public ErlangA(Workload work, int servers, double patienceSeconds) {
    if (!(patienceSeconds > 0)) {
      throw new IllegalArgumentException(
          patienceSeconds + " as patienceSeconds: expected more than 0");
    }
    this.work = work;
    this.servers = servers;
    this.patience = patienceSeconds;
    this.x = work.rate() * patienceSeconds;
    this.y = servers * patienceSeconds / work.ahtSeconds();
    sumUp();
    double free = first == 0 ? 0 : first * (ErlangB.inverse(work.load(), servers) - 1);
    // Where the free states outweigh all numbers nobody waits.
    this.wait = free == Double.POSITIVE_INFINITY ? 0 : sum / (sum + free);
    this.atOnce = free == Double.POSITIVE_INFINITY ? 1 : free / (sum + free);
  }

  private void sumUp() {
    double greatest = Math.max(0, Math.floor(x - y));
    sumOfWaiting = greatest;
    double term = 1;
    double j = greatest;
    while (term > NEGLIGIBLE * sum || term * j > NEGLIGIBLE * sumOfWaiting) {
      j++;
      term *= x / (y + j);
      sum += term;
      sumOfWaiting += j * term;
    }
    term = 1;
    j = greatest;
    while (j > 0 && term > NEGLIGIBLE * sum) {
      term *= (y + j) / x;
      j--;
      sum += term;
      sumOfWaiting += j * term;
    }
    first = j == 0 ? term : 0;
  }

  @Override
  public double probabilityOfWait() {
    return wait;
  }

  @Override
  public double serviceLevel(double thresholdSeconds) {
    return servers == 0 ? 0 : Math.min(1, atOnce + wait * waits().answeredWithin(thresholdSeconds));
  }

  @Override
  public double meanWaitSeconds() {
    return queueLength() / work.rate();
  }

  @Override
  public double waitOfAnsweredSeconds() {
    return servers == 0 ? Double.NaN : wait * waits().waitOfAnswered() / (1 - abandonRate());
  }

  @Override
  public double abandonRate() {
    return Math.min(1, queueLength() / x);
  }

  @Override
  public double occupancy() {
    return servers == 0 ? Double.NaN : Math.min(1, work.load() * (1 - abandonRate()) / servers);
  }

  @Override
  public double queueLength() {
    return wait * sumOfWaiting / sum;
  }

  @Override
  public boolean stable() {
    return true;
  }

  private OfferedWait waits() {
    OfferedWait known = offered;
    if (known == null) {
      known = new OfferedWait(x, servers / work.ahtSeconds(), patience, sum, first);
      offered = known;
    }
    return known;
  }
}
