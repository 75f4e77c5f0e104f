// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

/**
 * From when on the platforms' lists name one agent no more.
 *
 * @param rolls what they said, and of whom
 * @param agent the agent
 */
public record Absences(Rolls rolls, String agent) {

  /** The first list of that platform after that instant without the agent, or never. */
  long first(String source, long after) {
    return rolls.firstWithout(source, agent, after);
  }
}
