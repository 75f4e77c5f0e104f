// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

/** What was counted in a period: enough to read every {@link Kpi} from. */
public interface Counted {

  /** One measure. */
  long get(Measure measure);

  /** One of the told durations, in microseconds; −1 when there is nothing to tell it from. */
  long quantile(Quantile which);
}
