// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.WireName;
import java.util.Locale;

/**
 * What is measured of the team of a queue in a period: sums of time over its agents, in
 * microseconds, so that periods can be added. Ratios are made from these when they are read.
 */
public enum TeamMeasure implements WireName {
  /** Available, and with no contact. */
  AVAILABLE,
  /** With a contact, or busy for another reason. */
  BUSY,
  /** In wrap-up. */
  WRAP_UP,
  BREAK,
  TRAINING,
  MEETING,
  AWAY,
  /** Time taken by contacts, as share of what the agent can take at once, in parts of 840. */
  TAKEN_PARTS,
  /** Time of agents for which a schedule was published. */
  SCHEDULED,
  /** Time in a working state, at each instant of as many agents as were scheduled at most. */
  ADHERENT,
  /** Time in a working state while a schedule was there, of however many agents. */
  ATTENDED,
  /** Time, by the clock and not by agents, for which a schedule was there. */
  COVERED;

  private final String wire;

  TeamMeasure() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    wire =
        words.length == 1
            ? words[0]
            : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  /** The name in records, in camel case. */
  @Override
  public String wire() {
    return wire;
  }
}
