// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.EventType;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.flink.agents.AgentPipeline;
import io.tideboard.flink.agents.AgentSettings;
import io.tideboard.flink.state.Types;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The whole live job: what happened, followed interaction by interaction, counted queue by queue,
 * published. Knows neither where events come from nor where figures go.
 */
public final class LivePipeline {

  private static final Set<EventType> REPAIRS =
      EnumSet.of(EventType.QUEUE_SNAPSHOT, EventType.SOURCE_RESTARTED);

  private LivePipeline() {}

  /**
   * Turns events into everything that is published of them.
   *
   * @param definitions changes of queues' definitions while the job runs
   */
  public static DataStream<Publication> of(
      DataStream<KeyedEvent> events, DataStream<Control> definitions, LiveSettings settings) {
    KeyedStream<KeyedEvent, String> ofInteractions =
        events
            .filter(event -> isRelevant(event.value()))
            .name("relevant")
            .setParallelism(events.getParallelism())
            .keyBy(KeyedEvent::key, BasicTypeInfo.STRING_TYPE_INFO);
    DataStream<Control> repairs =
        of(events, REPAIRS, "repairs")
            .map(event -> new Control(Topics.EVENTS, event.key(), event.value()), Types.CONTROL)
            .name("repairs")
            .setParallelism(events.getParallelism());
    Interactions interactions =
        Interactions.of(ofInteractions, repairs.union(definitions).broadcast(), settings);
    SingleOutputStreamOperator<Publication> figures =
        interactions
            .changes()
            .keyBy(change -> change.key().wire(), BasicTypeInfo.STRING_TYPE_INFO)
            .connect(definitions.broadcast(QueueFunction.DEFINITIONS))
            .process(new QueueFunction(settings), Types.PUBLICATION)
            .name("queues")
            .uid("queues");
    DataStream<Publication> agents =
        AgentPipeline.of(events, interactions.served(), definitions, AgentSettings.of(settings));
    return figures.union(interactions.breaches(), interactions.rejected(), agents);
  }

  /** Offers only where they may be the first to name the channel: there are many of them. */
  private static boolean isRelevant(byte[] value) {
    return GlanceReader.concerns(value, Moment.TYPES)
        || GlanceReader.concerns(value, Moment.CHANNEL_TELLERS) && CompactForm.tellsChannel(value);
  }

  /**
   * The events of some types, beside the source, whatever the rest runs at: in between, events
   * would lose their order.
   */
  private static SingleOutputStreamOperator<KeyedEvent> of(
      DataStream<KeyedEvent> events, Set<EventType> types, String name) {
    return events
        .filter(event -> GlanceReader.concerns(event.value(), types))
        .name(name)
        .setParallelism(events.getParallelism());
  }
}
