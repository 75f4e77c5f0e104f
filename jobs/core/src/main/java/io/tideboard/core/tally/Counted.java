// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

/** What was counted in a period: enough to read every {@link Kpi} from. */
public interface Counted {

  /** One measure. */
  long get(Measure measure);

  /**
   * The wait that a share of the visits that ended with a known wait did not exceed, in
   * microseconds; −1 when there were none.
   */
  long wait(WaitShare share);
}
