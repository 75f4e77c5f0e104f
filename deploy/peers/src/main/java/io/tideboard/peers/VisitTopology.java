// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Follows each contact's visits where its events are, and sends each change, keyed anew, to where
 * the queue's intervals are counted.
 *
 * @param events the log in the compact form
 * @param results where rows go
 * @param progress is told of everything
 */
record VisitTopology(String events, String results, Progress progress) {

  Topology build(Properties settings) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(VisitProcessor.STORE), Serdes.String(), Visit.SERDE)
            .withCachingDisabled()
            .withLoggingDisabled());
    builder.stream(events, Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .process(() -> new VisitProcessor(progress), VisitProcessor.STORE)
        .groupByKey(Grouped.with("changes", QueueInterval.SERDE, Counts.SERDE))
        .aggregate(() -> Counts.NONE, this::count, counts())
        .toStream()
        .map(ResultRow::of)
        .to(results, Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build(settings);
  }

  private Counts count(QueueInterval unused, Counts change, Counts counts) {
    progress.counted();
    return counts.plus(change);
  }

  /** Cached: a row is written once a commit, and not once a change. */
  private static Materialized<QueueInterval, Counts, KeyValueStore<Bytes, byte[]>> counts() {
    return Materialized.<QueueInterval, Counts>as(Stores.inMemoryKeyValueStore("counts"))
        .withKeySerde(QueueInterval.SERDE)
        .withValueSerde(Counts.SERDE)
        .withCachingEnabled()
        .withLoggingDisabled();
  }
}
