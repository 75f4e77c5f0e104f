// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Served;
import java.util.ArrayList;
import java.util.List;

/**
 * What arrived of one agent in a short while.
 *
 * @param told the states told
 * @param served the contacts served
 */
record AgentArrival(List<Mark> told, List<Served> served) {

  static AgentArrival none() {
    return new AgentArrival(new ArrayList<>(2), new ArrayList<>(4));
  }
}
