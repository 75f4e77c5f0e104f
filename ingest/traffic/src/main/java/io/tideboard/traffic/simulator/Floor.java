// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.AgentState;

/** The agents' states: who is there, at work, on a break. */
final class Floor {

  private final Center center;

  Floor(Center center) {
    this.center = center;
  }

  void signIn(Agent agent) {
    if (agent.state != AgentState.OFFLINE) {
      return;
    }
    agent.present = true;
    agent.planned = null;
    agent.lines.forEach(line -> line.signedIn(1));
    settle(agent);
  }

  /** The agent goes into that state now, or when the work at hand is done. */
  void plan(Agent agent, Agent.Plan plan) {
    boolean leaving = agent.planned != null && agent.planned.state() == AgentState.OFFLINE;
    if (agent.state == AgentState.OFFLINE || leaving) {
      return;
    }
    agent.planned = plan;
    if (agent.present) {
      settle(agent);
    }
  }

  /** Not at the desk although signed in: after an offer that was not taken. */
  void missed(Agent agent) {
    if (agent.present && agent.load == 0 && agent.planned == null) {
      long absence = center.draws.between(20_000, 120_000);
      plan(agent, new Agent.Plan(AgentState.AWAY, "not_responding", absence));
    } else {
      settle(agent);
    }
  }

  /** Tells the state that follows from the work at hand, and looks for more work. */
  void settle(Agent agent) {
    if (!agent.present) {
      return;
    }
    if (agent.load == 0 && agent.planned != null) {
      begin(agent, agent.planned);
      return;
    }
    if (agent.talking > 0) {
      show(agent, AgentState.BUSY);
    } else if (agent.wrappingUp > 0) {
      show(agent, AgentState.WRAP_UP);
    } else {
      show(agent, AgentState.AVAILABLE);
    }
    center.router.freed(agent);
  }

  private void begin(Agent agent, Agent.Plan plan) {
    agent.planned = null;
    agent.present = false;
    agent.state = plan.state();
    center.journal.write(agent, plan.state(), plan.reason());
    if (plan.state() == AgentState.OFFLINE) {
      agent.lines.forEach(this::leave);
    } else {
      center.agenda.in(plan.length(), () -> back(agent));
    }
  }

  private void back(Agent agent) {
    if (agent.state == AgentState.OFFLINE) {
      return;
    }
    agent.present = true;
    agent.idleSince = center.agenda.now();
    settle(agent);
  }

  private void leave(Line line) {
    line.signedIn(-1);
    if (!line.staffed() && line.closesWithoutAgents()) {
      center.departures.close(line);
    }
  }

  /** Everybody goes home: nothing more will happen. */
  void close() {
    for (Agent agent : center.agents) {
      if (agent.state != AgentState.OFFLINE) {
        agent.state = AgentState.OFFLINE;
        agent.present = false;
        center.journal.write(agent, AgentState.OFFLINE, null);
      }
    }
  }

  private void show(Agent agent, AgentState state) {
    if (agent.state == state) {
      return;
    }
    agent.state = state;
    if (state == AgentState.AVAILABLE) {
      agent.idleSince = center.agenda.now();
    }
    center.journal.write(agent, state, null);
  }
}
