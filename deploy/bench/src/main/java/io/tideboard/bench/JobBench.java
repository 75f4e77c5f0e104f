// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Jobs over a log that is already in Kafka, from the first record read to the last one done. */
final class JobBench {

  private final EmbeddedFlink flink;
  private final String bootstrapServers;
  private final int parallelism;

  JobBench(EmbeddedFlink flink, String bootstrapServers, int parallelism) {
    this.flink = flink;
    this.bootstrapServers = bootstrapServers;
    this.parallelism = parallelism;
  }

  /** Source, keyBy, one counter in state: events a second. */
  double ceiling(int events) {
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    source(env)
        .keyBy(KeyedEvent::key, BasicTypeInfo.STRING_TYPE_INFO)
        .process(new CountByKey())
        .sinkTo(new DiscardingSink<>());
    return rate(env, "ceiling", events);
  }

  /** The live job, its figures written to Kafka: events a second. */
  double live(int events) {
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    LiveJob.publish(
        source(env),
        LiveJob.unchanged(env),
        bootstrapServers,
        LiveSettings.of(Promises.OF_A_CENTER));
    return rate(env, "live", events);
  }

  private DataStream<KeyedEvent> source(StreamExecutionEnvironment env) {
    return env.fromSource(LiveJob.boundedSource(bootstrapServers), LiveJob.time(), "events")
        .map(new Odometer<>())
        .returns(Types.KEYED_EVENT);
  }

  private double rate(StreamExecutionEnvironment env, String name, int events) {
    Odometer.reset();
    flink.await(flink.submit(env, name));
    return events / ((System.nanoTime() - Odometer.firstAt()) / 1e9);
  }

  private static final class CountByKey extends KeyedProcessFunction<String, KeyedEvent, Long> {

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count =
          getRuntimeContext()
              .getState(new ValueStateDescriptor<>("count", BasicTypeInfo.LONG_TYPE_INFO));
    }

    @Override
    public void processElement(KeyedEvent event, Context context, Collector<Long> out)
        throws Exception {
      Long before = count.value();
      count.update(before == null ? 1L : before + 1);
    }
  }
}
