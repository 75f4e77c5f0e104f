// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.alerts.Reading;
import io.tideboard.events.Topics;
import io.tideboard.flink.alerts.Sieve;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.live.EventSorter;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The figures of agents: states and contacts followed agent by agent, added up team by team. Part
 * of the live job, beside its queues.
 */
public final class AgentPipeline {

  private AgentPipeline() {}

  /**
   * What comes of agents and teams.
   *
   * @param figures everything that is published
   * @param plans how many agents are planned, for all who must know
   * @param readings what is found of teams that alerts should know
   */
  public record Teams(
      DataStream<Publication> figures, DataStream<Control> plans, DataStream<Reading> readings) {}

  /**
   * Turns events into everything that is published of agents and teams.
   *
   * @param events sorted by {@link EventSorter}
   * @param served what changed in the contacts that agents serve
   * @param definitions changes of queues' definitions
   */
  public static Teams of(
      SingleOutputStreamOperator<EventBundle> events,
      DataStream<AgentNews> served,
      DataStream<Control> definitions,
      AgentSettings settings) {
    DataStream<AgentNews> told =
        events
            .getSideOutput(EventSorter.OF_AGENTS)
            .map(AgentNews::of)
            .returns(AgentTypes.AGENT_NEWS)
            .name("of agents")
            .setParallelism(events.getParallelism());
    DataStream<Control> lists =
        events
            .getSideOutput(EventSorter.AGENT_LISTS)
            .map(event -> new Control(Topics.EVENTS, event.key(), event.value()), Types.CONTROL)
            .name("lists of agents")
            .setParallelism(events.getParallelism());
    SingleOutputStreamOperator<TeamNews> turns =
        told.union(served)
            .keyBy(AgentNews::key, BasicTypeInfo.STRING_TYPE_INFO)
            .connect(lists.union(definitions).broadcast())
            .transform("agents", AgentTypes.TEAM_NEWS, new AgentOperator(settings))
            .uid("agents");
    SingleOutputStreamOperator<Publication> figures =
        turns
            .keyBy(TeamNews::queue, BasicTypeInfo.STRING_TYPE_INFO)
            .connect(definitions.broadcast(TeamFunction.DEFINITIONS))
            .process(new TeamFunction(settings), Types.PUBLICATION)
            .name("teams")
            .uid("teams");
    return new Teams(
        figures.union(
            turns.getSideOutput(AgentOperator.AGENTS), turns.getSideOutput(AgentOperator.REJECTED)),
        turns.getSideOutput(AgentOperator.PLANS),
        figures.getSideOutput(Sieve.READINGS));
  }
}
