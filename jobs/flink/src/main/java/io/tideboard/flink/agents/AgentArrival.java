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
 * @param tellers the events that told them, in the same order
 * @param served the contacts served
 */
record AgentArrival(List<Mark> told, List<AgentNews> tellers, List<Served> served) {

  static AgentArrival none() {
    return new AgentArrival(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(4));
  }

  void tell(Mark mark, AgentNews teller) {
    told.add(mark);
    tellers.add(teller);
  }

  /** The event that told a state. */
  AgentNews whoTold(Mark mark) {
    return tellers.get(told.indexOf(mark));
  }
}
