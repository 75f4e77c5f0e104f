// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

/**
 * Loss without a queue: the probability that a contact finds all servers busy (M/M/n/n).
 *
 * <p>By the recurrence on the inverse, {@code 1/B(i) = 1 + i/A · 1/B(i-1)} (Erlang 1917; Jagerman
 * 1974): only positive terms are added, so rounding errors do not grow, and neither a power nor a
 * factorial ever appears that could overflow.
 */
public final class ErlangB {

  private ErlangB() {}

  /**
   * The probability of being blocked, 0 to 1.
   *
   * @param load offered, in erlangs, 0 or more
   * @param servers 0 or more
   */
  public static double blocking(double load, int servers) {
    return 1 / inverse(load, servers);
  }

  /** The fewest servers that block at most that share, above 0 to 1; none where nothing comes. */
  public static int servers(double load, double blocking) {
    if (load == 0) {
      return 0;
    }
    double inverse = 1;
    int servers = 0;
    while (1 / inverse > blocking + Ceiling.SLACK * blocking) {
      servers++;
      inverse = next(inverse, load, servers);
    }
    return servers;
  }

  /** 1 / B: at least 1, infinite where B is less than any number. */
  static double inverse(double load, int servers) {
    double inverse = 1;
    for (int i = 1; i <= servers && inverse < Double.POSITIVE_INFINITY; i++) {
      inverse = next(inverse, load, i);
    }
    return inverse;
  }

  private static double next(double inverse, double load, int servers) {
    return 1 + inverse * servers / load;
  }
}
