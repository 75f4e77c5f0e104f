// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentsAtWorkTest {

  private final Map<String, Map<String, Channel>> carried = new HashMap<>();
  private final Map<String, AgentState> states = new HashMap<>();
  private int mostChats;

  @Test
  void anAgentCarriesOneCallOrThreeChatsAndNothingWhenNotThere() {
    for (Event event : new SimulatedLog(Scenarios.midSizeCenter(), 5).events) {
      if (event instanceof AgentStateChanged changed) {
        requireEmptyDesk(changed);
        states.put(changed.agent(), changed.state());
      } else if (event instanceof InteractionEvent interaction) {
        carry(interaction);
      }
    }
    assertThat(mostChats).isEqualTo(3);
    assertThat(carried.values()).allMatch(Map::isEmpty);
  }

  private void requireEmptyDesk(AgentStateChanged changed) {
    switch (changed.state()) {
      case BREAK, TRAINING, MEETING, AWAY, OFFLINE ->
          assertThat(carried.getOrDefault(changed.agent(), Map.of())).as("%s", changed).isEmpty();
      default -> {}
    }
  }

  private void carry(InteractionEvent event) {
    String agent = event.contact().agent();
    String interaction = event.contact().interaction();
    switch (event.type()) {
      case INTERACTION_ANSWERED -> take(agent, event);
      case INTERACTION_TRANSFERRED -> {
        carried.get(agent).remove(interaction);
        String colleague = ((InteractionChange.Transferred) event.change()).toAgent();
        if (colleague != null) {
          take(colleague, event);
        }
      }
      case INTERACTION_ESCALATED -> {
        if (agent != null) {
          carried.get(agent).remove(interaction);
        }
      }
      case INTERACTION_ENDED -> {
        if (agent != null && carried.containsKey(agent)) {
          carried.get(agent).remove(interaction);
        }
      }
      default -> {}
    }
  }

  private void take(String agent, InteractionEvent event) {
    assertThat(states.get(agent)).isIn(AgentState.AVAILABLE, AgentState.BUSY, AgentState.WRAP_UP);
    Map<String, Channel> desk = carried.computeIfAbsent(agent, name -> new HashMap<>());
    desk.put(event.contact().interaction(), event.contact().channel());
    int load = 0;
    for (Channel channel : desk.values()) {
      load += channel == Channel.SELF_SERVICE ? Media.DESK : Media.weight(channel);
    }
    assertThat(load).as("%s: %s", event.type(), desk).isLessThanOrEqualTo(Media.DESK);
    if (event.type() == EventType.INTERACTION_ANSWERED) {
      mostChats = Math.max(mostChats, desk.size());
    }
  }
}
