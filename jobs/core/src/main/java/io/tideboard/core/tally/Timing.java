// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.events.WireName;
import java.util.Locale;

/**
 * What is timed of a queue and channel since the beginning, for histograms that never fall. All are
 * durations in microseconds.
 */
public enum Timing implements WireName {
  /** Known waits of answered visits. */
  ANSWER_WAIT,
  /** Known waits of abandoned visits. */
  ABANDON_WAIT,
  /** Known waits of visits that ended as a callback. */
  CALLBACK_WAIT,
  /** Known waits of visits that flowed out. */
  FLOW_OUT_WAIT,
  /** Talk, hold and wrap-up of handled legs. */
  HANDLE,
  /** From what the customer asked to the first answer to it. */
  FIRST_RESPONSE,
  /** From the contact's beginning to its resolution. */
  RESOLUTION;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
