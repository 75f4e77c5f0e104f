// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.flink.agents.AgentPipeline;
import io.tideboard.flink.agents.AgentSettings;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The whole live job: what happened, followed interaction by interaction, counted queue by queue,
 * published. Knows neither where events come from nor where figures go.
 */
public final class LivePipeline {

  private LivePipeline() {}

  /** Turns events into everything that is published of them. */
  public static DataStream<Publication> of(DataStream<KeyedEvent> events, LiveSettings settings) {
    SingleOutputStreamOperator<QueueChange> changes =
        events
            .filter(event -> GlanceReader.concerns(event.value(), Moment.TYPES))
            .name("relevant")
            // Beside the source, whatever the rest runs at: in between, events would lose their
            // order.
            .setParallelism(events.getParallelism())
            .keyBy(KeyedEvent::key, BasicTypeInfo.STRING_TYPE_INFO)
            .transform("interactions", Types.QUEUE_CHANGE, new InteractionOperator(settings))
            .uid("interactions");
    SingleOutputStreamOperator<Publication> figures =
        changes
            .keyBy(change -> change.key().wire(), BasicTypeInfo.STRING_TYPE_INFO)
            .process(new QueueFunction(settings), Types.PUBLICATION)
            .name("queues")
            .uid("queues");
    DataStream<Publication> agents =
        AgentPipeline.of(
            events, changes.getSideOutput(InteractionOperator.SERVED), AgentSettings.of(settings));
    return figures.union(changes.getSideOutput(InteractionOperator.BREACHES), agents);
  }
}
