// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.events.Topics;
import io.tideboard.flink.agents.AgentPipeline;
import io.tideboard.flink.agents.AgentSettings;
import io.tideboard.flink.alerts.AlertPipeline;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.alerts.Sieve;
import io.tideboard.flink.forecast.ForecastPipeline;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The whole live job: what happened, followed interaction by interaction, counted queue by queue,
 * published. Knows neither where events come from nor where figures go.
 */
public final class LivePipeline {

  private LivePipeline() {}

  /**
   * Turns events into everything that is published of them.
   *
   * @param definitions changes of queues' definitions while the job runs
   */
  public static DataStream<Publication> of(
      DataStream<KeyedEvent> events, DataStream<Control> definitions, LiveSettings settings) {
    // Beside the source, whatever the rest runs at: in between, events would lose their order.
    SingleOutputStreamOperator<EventBundle> sorted =
        events
            .transform("sorted", Types.EVENT_BUNDLE, new EventSorter(settings.rhythm().clockTick()))
            .setParallelism(events.getParallelism());
    KeyedStream<EventBundle, String> ofInteractions =
        sorted.keyBy(EventBundle::key, BasicTypeInfo.STRING_TYPE_INFO);
    DataStream<Control> repairs =
        sorted
            .getSideOutput(EventSorter.REPAIRS)
            .map(event -> new Control(Topics.EVENTS, event.key(), event.value()), Types.CONTROL)
            .name("repairs")
            .setParallelism(events.getParallelism());
    Interactions interactions =
        Interactions.of(ofInteractions, repairs.union(definitions).broadcast(), settings);
    DataStream<QueueChange> followUps =
        interactions
            .customers()
            .keyBy(CustomerNews::customer, BasicTypeInfo.LONG_TYPE_INFO)
            .transform("customers", Types.QUEUE_CHANGE, new CustomerOperator(settings))
            .uid("customers");
    SingleOutputStreamOperator<Publication> figures =
        interactions
            .changes()
            .union(followUps)
            .keyBy(change -> change.key().wire(), BasicTypeInfo.STRING_TYPE_INFO)
            .connect(definitions.broadcast(QueueFunction.DEFINITIONS))
            .process(new QueueFunction(settings), Types.PUBLICATION)
            .name("queues")
            .uid("queues");
    AgentPipeline.Teams teams =
        AgentPipeline.of(sorted, interactions.served(), definitions, AgentSettings.of(settings));
    DataStream<Publication> forecasts =
        ForecastPipeline.of(
            figures.getSideOutput(QueueFunction.FACTS), teams.plans(), definitions, settings);
    DataStream<Publication> all =
        figures.union(
            interactions.breaches(),
            interactions.abandons(),
            interactions.rejected(),
            teams.figures(),
            forecasts);
    AlertSettings alerts = settings.alerts();
    return alerts == null
        ? all
        : all.union(
            AlertPipeline.of(
                figures.getSideOutput(Sieve.READINGS).union(teams.readings()), alerts));
  }
}
