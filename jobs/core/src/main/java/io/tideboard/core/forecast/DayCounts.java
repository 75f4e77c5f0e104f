// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.util.Arrays;

/** The counts of a day by its slots on the wall clock, whatever the clocks did on it. */
final class DayCounts {

  private DayCounts() {}

  /**
   * Contacts by slot. A slot that comes twice has the mean of both, one that is skipped or not yet
   * known has {@link Double#NaN}. Untold intervals of a day of which anything was told have none.
   *
   * @param known how many intervals of the day are known, from its begin
   */
  static double[] bySlot(BusinessDay day, DayActuals actuals, int slots, int known) {
    double[] sum = new double[slots];
    int[] times = new int[slots];
    int[] contacts = actuals.contacts();
    for (int i = 0; i < Math.min(known, contacts.length); i++) {
      sum[day.slots()[i]] += Math.max(0, contacts[i]);
      times[day.slots()[i]]++;
    }
    for (int slot = 0; slot < slots; slot++) {
      sum[slot] = times[slot] == 0 ? Double.NaN : sum[slot] / times[slot];
    }
    return sum;
  }

  /** Nothing known. */
  static double[] unknown(int slots) {
    double[] nothing = new double[slots];
    Arrays.fill(nothing, Double.NaN);
    return nothing;
  }
}
