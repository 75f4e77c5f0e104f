// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.gateway.Gateway;
import io.tideboard.launcher.config.ConfigLoader;
import io.tideboard.launcher.config.Setting;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.Parts;
import io.tideboard.launcher.run.Steps;
import io.tideboard.launcher.run.WarmStart;
import io.tideboard.traffic.history.HistoryRow;
import io.tideboard.traffic.replay.WorkingDays;
import io.tideboard.traffic.simulator.PastArrivals;
import io.tideboard.wallboard.Wallboard;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Tideboard, put together as the launcher does it, of parts that can be stopped one by one. */
final class Product implements AutoCloseable {

  private static final int DAYS_KNOWN = 28;

  private final int flinkMetrics = Server.freePort();
  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final EmbeddedFlink flink;
  private final Gateway gateway;
  private final Wallboard wallboard;
  private final JobID job;

  Product(Path directory) throws IOException {
    TideboardConfig config = config(directory);
    kafka.createTopics(config.kafka().partitions());
    InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
    Steps silent = new Steps(new PrintWriter(Writer.nullWriter()));
    gateway =
        Parts.start(
            Parts.gateway(config, kafka.bootstrapServers(), anyPort), config.access(), silent);
    Path history = directory.resolve("history");
    wallboard =
        Parts.start(
            Parts.wallboard(config, history, kafka.bootstrapServers(), anyPort), silent);
    flink = EmbeddedFlink.start(1, directory.resolve("flink"), OptionalInt.of(flinkMetrics));
    StreamExecutionEnvironment env =
        Parts.liveJob(config, kafka.bootstrapServers(), WarmStart.of("past", past(), config));
    env.configure(checkpoints(directory.resolve("checkpoints")));
    job = flink.submit(env, "tideboard-live");
  }

  /** What forecasts begin with. */
  private static List<HistoryRow> past() {
    return PastArrivals.before(WorkingDays.first(CallCenter.MONDAY), DAYS_KNOWN, 1);
  }

  /** As in a cluster: the embedded run does without. */
  private static Configuration checkpoints(Path directory) {
    Configuration config = new Configuration();
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(2));
    config.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
    return config;
  }

  private static TideboardConfig config(Path directory) throws IOException {
    Path file = directory.resolve("tideboard.yaml");
    String shipped = Files.readString(Path.of("../../deploy/tideboard.yaml"));
    Files.writeString(file, shipped + CallCenter.CONFIGURATION);
    List<Setting> settings =
        Stream.of(
                "events.eventTime=true",
                "job.parallelism=1",
                "gateway.pseudonymKey=a key of the monitoring test")
            .map(Setting::parse)
            .toList();
    return ConfigLoader.load(file, Map.of(), settings).config();
  }

  URI gateway() {
    return gateway.uri();
  }

  /** Where Prometheus finds its parts, by the names of the shipped jobs. */
  Map<String, Integer> targets() {
    return Map.of("8090", wallboard.port(), "8080", gateway.port(), "9249", flinkMetrics);
  }

  /** Stops the live job, and nothing else. */
  void stopJob() {
    flink.cancel(job);
  }

  @Override
  public void close() {
    gateway.close();
    wallboard.close();
    flink.close();
    kafka.close();
  }
}
