// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import io.tideboard.bench.LogForm;
import io.tideboard.bench.Odometer;
import io.tideboard.bench.Peer;
import io.tideboard.bench.PeerRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The counts as a Kafka Streams application: {@link VisitTopology}, state in memory. */
public final class KafkaStreamsPeer implements Peer {

  private static final Duration MOST_TO_CLOSE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "kafka-streams";
  }

  @Override
  public LogForm reads() {
    return LogForm.COMPACT;
  }

  @Override
  public void run(PeerRun run) throws Exception {
    Progress progress = Progress.over(run.bootstrapServers(), reads().topic());
    Path directory = Files.createTempDirectory("peer-kafka-streams");
    Properties settings = settings(run, directory, progress);
    VisitTopology topology = new VisitTopology(reads().topic(), run.results(), progress);
    try (KafkaStreams streams = new KafkaStreams(topology.build(settings), settings)) {
      streams.setUncaughtExceptionHandler(progress::failed);
      // Everybody at work before the first record is touched: how work is shared out at the
      // beginning takes seconds, and is not what is measured.
      streams.pause();
      streams.start();
      awaitShare(streams, run.parallelism());
      streams.resume();
      progress.awaitEnd();
      long t0 = System.nanoTime();
      // Writes what is left in the caches.
      if (!streams.close(MOST_TO_CLOSE)) {
        throw new IllegalStateException("Kafka Streams does not stop in " + MOST_TO_CLOSE);
      }
      if (Boolean.getBoolean("race.debug")) System.err.println("close " + (System.nanoTime() - t0) / 1000000);
      Odometer.arrive(progress.lastAcknowledged());
      streams.cleanUp();
    } finally {
      delete(directory);
    }
  }

  private static void awaitShare(KafkaStreams streams, int threads) throws InterruptedException {
    while (streams.metadataForLocalThreads().stream().filter(t -> !t.activeTasks().isEmpty()).count() < threads || streams.state() != KafkaStreams.State.RUNNING) {
      Thread.sleep(5);
    }
  }

  private static Properties settings(PeerRun run, Path directory, Progress progress) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "peer-" + UUID.randomUUID());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, run.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, run.parallelism());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Long.getLong("ci", 1_000L));
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L * 1024 * 1024);
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, Integer.getInteger("brp", 10_000));
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), Integer.getInteger("mpr", 10_000));
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG),
        LastAcknowledged.class.getName());
    settings.put(StreamsConfig.producerPrefix(LastAcknowledged.PROGRESS), progress);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    return settings;
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
    }
  }
}
