// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

/** An agent's place in a team: {@code index} counts from 0. */
record Member(Agent agent, Team team, int index) {

  /** The queue this member is planned for: members are dealt to their team's queues in turn. */
  String plannedFor() {
    return agent.queues.get(index % agent.queues.size());
  }
}
