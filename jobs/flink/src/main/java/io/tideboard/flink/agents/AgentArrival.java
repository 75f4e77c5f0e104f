// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Served;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What arrived of one agent in a short while.
 *
 * @param told the states told
 * @param tellers the events that told them, in the same order
 * @param served the contacts served
 */
record AgentArrival(List<Mark> told, List<Teller> tellers, List<Served> served) {

  /** Where the event lies that told a state. */
  record Teller(byte[] bytes, int from, int to) {

    byte[] event() {
      return Arrays.copyOfRange(bytes, from, to);
    }
  }

  static AgentArrival none(String unused) {
    return new AgentArrival(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(4));
  }

  void tell(Mark mark, Teller teller) {
    told.add(mark);
    tellers.add(teller);
  }

  /** The event that told a state. */
  byte[] whoTold(Mark mark) {
    return tellers.get(told.indexOf(mark)).event();
  }
}
