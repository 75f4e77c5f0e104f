// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * Jobs over a log that is already in Kafka, each to its end. None keeps its state safe meanwhile:
 * no checkpoints here, and no change log in the peers.
 */
final class JobBench {

  private final EmbeddedFlink flink;
  private final String bootstrapServers;
  private final int parallelism;

  JobBench(EmbeddedFlink flink, String bootstrapServers, int parallelism) {
    this.flink = flink;
    this.bootstrapServers = bootstrapServers;
    this.parallelism = parallelism;
  }

  /** Source, keyBy, one counter in state: what no job of events that have a key can beat. */
  void ceiling() {
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    source(env, WatermarkStrategy.noWatermarks())
        .keyBy(KeyedEvent::key, BasicTypeInfo.STRING_TYPE_INFO)
        .process(new CountByKey())
        .sinkTo(new DiscardingSink<>());
    flink.await(flink.submit(env, "ceiling"));
  }

  /** The live job, all of it, its figures written to Kafka. */
  void live() {
    live(Promises.OF_A_CENTER);
  }

  /** The same, where the center promises that. */
  void live(QueueCatalog catalog) {
    StreamExecutionEnvironment env = JobEnvironment.create(parallelism, null);
    LiveJob.publish(
        source(env, LiveJob.time()),
        LiveJob.unchanged(env),
        bootstrapServers,
        LiveSettings.of(catalog));
    flink.await(flink.submit(env, "live"));
  }

  /** Another way to some of the live job's figures. */
  void peer(Peer peer) throws Exception {
    peer.run(new PeerRun(bootstrapServers, resultsOf(peer), flink, parallelism));
  }

  /** The topic for that peer's rows. */
  static String resultsOf(Peer peer) {
    return "bench.results." + peer.name();
  }

  private DataStream<KeyedEvent> source(
      StreamExecutionEnvironment env, WatermarkStrategy<KeyedEvent> time) {
    return env.fromSource(LiveJob.boundedSource(bootstrapServers), time, "events")
        .map(new FirstRecord<>())
        .returns(Types.KEYED_EVENT);
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
