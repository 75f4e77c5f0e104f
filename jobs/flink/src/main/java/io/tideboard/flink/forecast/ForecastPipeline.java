// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Forecasts of demand, and the agents for it. Part of the live job, behind its queues: only what
 * came in intervals that have ended gets here, one small record per queue, channel and interval.
 */
public final class ForecastPipeline {

  private ForecastPipeline() {}

  /**
   * Turns what came into what is expected.
   *
   * @param facts what came in intervals that have ended
   * @param plans how many agents are planned
   * @param definitions changes of queues' definitions
   */
  public static DataStream<Publication> of(
      DataStream<DemandNews> facts,
      DataStream<Control> plans,
      DataStream<Control> definitions,
      LiveSettings settings) {
    return facts
        .union(history(facts, settings.forecasts()))
        .keyBy(DemandNews::key, BasicTypeInfo.STRING_TYPE_INFO)
        .connect(plans.union(definitions).broadcast(ForecastFunction.CONTROLS))
        .process(new ForecastFunction(settings.catalog(), settings.forecasts()), Types.PUBLICATION)
        .name("forecasts")
        .uid("forecasts");
  }

  /** It has no time of its own until it ends: nothing is forecast before all of it is known. */
  private static DataStream<DemandNews> history(
      DataStream<DemandNews> facts, ForecastSettings settings) {
    return facts
        .getExecutionEnvironment()
        .fromSequence(0, 0)
        .uid("known demand")
        .setParallelism(1)
        .flatMap(
            (Long once, Collector<DemandNews> out) ->
                settings
                    .history()
                    .forEach(
                        known -> out.collect(new DemandNews(known.key(), null, known.model()))),
            ForecastTypes.DEMAND_NEWS)
        .name("known demand")
        .setParallelism(1);
  }
}
