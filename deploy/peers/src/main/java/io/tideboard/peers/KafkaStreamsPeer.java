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
import java.util.Comparator;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The counts as a Kafka Streams application: {@link VisitTopology}, state in memory. */
public final class KafkaStreamsPeer implements Peer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long a wallboard may wait for a row, as with the other peer. */
  private static final Duration COMMIT = Duration.ofSeconds(1);

  private static final long CACHE_BYTES = 64L << 20;
  private static final int BATCH_BYTES = 256 << 10;
  private static final int RECORDS_A_POLL = 10_000;

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
    Path directory = Files.createTempDirectory("tideboard-peer");
    Properties settings = settings(run, directory);
    settings.put(StreamsConfig.producerPrefix(LastAcknowledged.PROGRESS), progress);
    VisitTopology topology = new VisitTopology(reads().topic(), run.results(), progress);
    try (KafkaStreams streams = new KafkaStreams(topology.build(settings), settings)) {
      streams.setUncaughtExceptionHandler(progress::failed);
      // Everybody at work before a record is touched: until the work is shared out, one thread has
      // it all, and for seconds. That is not what is measured.
      streams.pause();
      streams.start();
      awaitShares(streams, run.parallelism());
      streams.resume();
      progress.awaitEnd();
      // Writes what is left in the caches.
      if (!streams.close(PATIENCE)) {
        throw new IllegalStateException("Kafka Streams does not stop within " + PATIENCE);
      }
      Odometer.arrive(progress.lastAcknowledged());
    } finally {
      delete(directory);
    }
  }

  /** Waits until each thread has a share, or it is clear that there are not enough. */
  private static void awaitShares(KafkaStreams streams, int threads) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (sharing(streams) < threads && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
  }

  private static long sharing(KafkaStreams streams) {
    return streams.state() != KafkaStreams.State.RUNNING
        ? 0
        : streams.metadataForLocalThreads().stream()
            .filter(thread -> !thread.activeTasks().isEmpty())
            .count();
  }

  private static Properties settings(PeerRun run, Path directory) {
    Properties settings = new Properties();
    // A name of its own, so that each run begins at the beginning, with nothing counted.
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "peer-" + UUID.randomUUID());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, run.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, run.parallelism());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_A_POLL);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS_A_POLL);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG),
        LastAcknowledged.class.getName());
    return settings;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
