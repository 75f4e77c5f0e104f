// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.events.WireName;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is kept as a distribution, so that a quantile, or a share within a limit that is chosen
 * later, can be read from it. All are durations in microseconds.
 */
public enum Sample implements WireName {
  /** Known waits of answered visits. */
  ANSWER_WAIT,
  /** Known waits of abandoned visits. */
  ABANDON_WAIT,
  /** Known waits of visits that ended as a callback. */
  CALLBACK_WAIT,
  /** Known waits of visits that ended in any other way. */
  OTHER_WAIT,
  /** From what the customer asked to the first answer to it. */
  FIRST_RESPONSE,
  /** The part of {@link #FIRST_RESPONSE} that lies in business hours. */
  FIRST_RESPONSE_IN_HOURS,
  /** From the contact's beginning to its resolution. */
  RESOLUTION,
  /** The part of {@link #RESOLUTION} that lies in business hours. */
  RESOLUTION_IN_HOURS;

  /** The waits of all visits that ended and whose begin is known. */
  public static final Set<Sample> WAITS =
      EnumSet.of(ANSWER_WAIT, ABANDON_WAIT, CALLBACK_WAIT, OTHER_WAIT);

  private final String wire;

  Sample() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder text = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      text.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    wire = text.toString();
  }

  @Override
  public String wire() {
    return wire;
  }
}
