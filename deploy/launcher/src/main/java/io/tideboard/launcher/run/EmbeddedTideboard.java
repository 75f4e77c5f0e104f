// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.flink.forecast.KnownDemand;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.wallboard.Wallboard;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Tideboard in this JVM: gateway, Kafka, Flink with the live job, and wallboard, all of them
 * real. What does not wait for each other starts at the same time.
 */
public final class EmbeddedTideboard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTideboard.class);
  private static final String HOST = "127.0.0.1";
  private static final String FLINK = "Flink";
  private static final String LIVE_JOB = "tideboard-live";
  private static final int PATIENCE_SECONDS = 20;

  private final TideboardConfig config;
  private final Steps steps;
  private final Supplier<List<KnownDemand>> known;
  private final Closing closing = new Closing();
  private final ExecutorService starting = Executors.newCachedThreadPool();

  /** Not started yet; closing it while it starts undoes what has been started. */
  public EmbeddedTideboard(TideboardConfig config, Steps steps) {
    this(config, steps, () -> WarmStart.configured(config));
  }

  /**
   * Not started yet.
   *
   * @param known what forecasts begin with, worked out while other parts start
   */
  public EmbeddedTideboard(TideboardConfig config, Steps steps, Supplier<List<KnownDemand>> known) {
    this.config = config;
    this.steps = steps;
    this.known = known;
  }

  /**
   * Where everything is.
   *
   * @param gateway its root, such as {@code http://127.0.0.1:8080}
   * @param wallboard its root, which is the page
   * @param bootstrap Kafka, as {@code host:port}
   * @param data the directory that holds everything that is written
   */
  public record Addresses(URI gateway, URI wallboard, String bootstrap, Path data) {}

  /**
   * Starts everything.
   *
   * @throws io.tideboard.launcher.CommandFailed when a port is in use
   */
  public Addresses start() {
    InetSocketAddress gatewayAt =
        Ports.free(config.gateway().host(), config.gateway().port(), "--gateway-port");
    InetSocketAddress wallboardAt =
        Ports.free(config.wallboard().host(), config.wallboard().port(), "--wallboard-port");
    Ports.free(HOST, config.embedded().kafkaPort(), "--kafka-port");
    config
        .job()
        .metricsPort()
        .ifPresent(port -> Ports.free("0.0.0.0", port, "--flink-metrics-port"));
    InetSocketAddress notifierAt = notifierAt();
    DataRoot data = closing.take("the data directory", DataRoot.open(config.embedded()));
    try {
      var flink = CompletableFuture.supplyAsync(() -> flink(data.directory()), starting);
      var kafka = CompletableFuture.supplyAsync(() -> kafka(data.directory()), starting);
      var gateway =
          kafka.thenApplyAsync(broker -> gateway(broker, gatewayAt, data.directory()), starting);
      var wallboard =
          kafka.thenApplyAsync(
              broker -> wallboard(broker, wallboardAt, data.directory()), starting);
      var job = flink.thenAcceptBothAsync(kafka, this::submit, starting);
      var notifier = kafka.thenAcceptAsync(broker -> notifier(broker, notifierAt), starting);
      CompletableFuture.allOf(gateway, wallboard, job, notifier).join();
      return new Addresses(
          gateway.join().uri(),
          URI.create("http://" + wallboardAt.getHostString() + ":" + wallboard.join().port()),
          kafka.join().bootstrapServers(),
          data.directory());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      starting.shutdown();
    }
  }

  private EmbeddedKafka kafka(Path directory) {
    EmbeddedKafka kafka =
        closing.take(
            "Kafka",
            EmbeddedKafka.start(
                BrokerOptions.keptIn(directory).onPort(config.embedded().kafkaPort())));
    kafka.createTopics(config.kafka().partitions());
    steps.done("Kafka is up at " + kafka.bootstrapServers());
    return kafka;
  }

  private EmbeddedFlink flink(Path directory) {
    EmbeddedFlink flink =
        closing.take(
            FLINK,
            EmbeddedFlink.start(
                config.job().parallelism(),
                directory.resolve("flink"),
                config.job().metricsPort()));
    steps.done("Flink is up");
    return flink;
  }

  private void submit(EmbeddedFlink flink, EmbeddedKafka kafka) {
    StreamExecutionEnvironment env = Parts.liveJob(config, kafka.bootstrapServers(), known.get());
    flink.submit(env, LIVE_JOB);
    // Whichever of the two was up first: a job that loses its Kafka does not stop soon.
    closing.take(FLINK, flink);
    steps.done("the live job runs");
  }

  private Gateway gateway(EmbeddedKafka kafka, InetSocketAddress address, Path directory) {
    GatewaySettings settings = Parts.gateway(config, kafka.bootstrapServers(), address);
    if (config.gateway().pseudonymKey().isEmpty()) {
      settings = settings.withPseudonymKey(PseudonymKey.in(directory));
    }
    Gateway gateway = closing.take("the gateway", Parts.start(settings, config.access(), steps));
    steps.done("the gateway is up at " + gateway.uri());
    return gateway;
  }

  private Wallboard wallboard(EmbeddedKafka kafka, InetSocketAddress address, Path directory) {
    Wallboard wallboard =
        closing.take(
            "the wallboard",
            Parts.start(
                Parts.wallboard(
                    config, directory.resolve("history"), kafka.bootstrapServers(), address),
                steps));
    steps.done("the wallboard is up");
    return wallboard;
  }

  /** Null when there is nobody to be told. */
  private @Nullable InetSocketAddress notifierAt() {
    TideboardConfig.Listen listen = config.alerts().listen();
    return config.alerts().receivers().isEmpty()
        ? null
        : Ports.free(listen.host(), listen.port(), "--set alerts.port");
  }

  private void notifier(EmbeddedKafka kafka, @Nullable InetSocketAddress address) {
    if (address != null) {
      closing.take(
          "the notifier",
          RunningNotifier.start(Parts.paging(config, kafka.bootstrapServers()), address));
      steps.done("the notifier is up");
    }
  }

  /** From now on {@code part} is closed too, before everything that runs already. */
  public void closeWith(AutoCloseable part) {
    closing.take("the simulation", part);
  }

  /** Stops everything, the last started first, and deletes data that is not to be kept. */
  @Override
  public void close() {
    awaitStarting();
    closing.close();
  }

  /** What is starting is let start, and nothing after it: half a broker does not close. */
  private void awaitStarting() {
    starting.shutdown();
    try {
      if (!starting.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("something still starts after {} s, and is closed all the same", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
