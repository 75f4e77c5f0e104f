// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.alerts.AlertCatalog;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.spool.SpoolSettings;
import io.tideboard.history.HistorySettings;
import io.tideboard.paging.Receiver;
import io.tideboard.wallboard.access.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, every value checked.
 *
 * @param spool where the gateway's events wait while Kafka is away; null for nowhere
 * @param history where the wallboard keeps interval rows; without a directory, each command has its
 *     own
 */
public record TideboardConfig(
    Kafka kafka,
    EventRules events,
    Gateway gateway,
    @Nullable SpoolSettings spool,
    Job job,
    Wallboard wallboard,
    HistorySettings history,
    Embedded embedded,
    AgentTerms agents,
    Queues queues,
    Alerts alerts,
    AccessSettings access) {

  /**
   * @param bootstrap where Kafka is, for the commands that need one that runs already
   * @param partitions of the topics that are created
   */
  public record Kafka(String bootstrap, int partitions) {}

  /**
   * @param eventTime whether a log is replayed, so that time is what the events say
   * @param maxFuture how far ahead of the clock an event may be
   * @param allowedLateness how late an event may come and still be counted
   * @param comments whether customers' comments are kept, with numbers and addresses masked
   */
  public record EventRules(
      boolean eventTime, Duration maxFuture, Duration allowedLateness, boolean comments) {}

  /**
   * @param host the address to listen on
   * @param port 0 for any free one
   * @param maxEvents how many events a request may hold
   * @param maxDepth how deep an event's JSON may be nested
   * @param deliveryTimeout how long Kafka may take before the sender is told to try again
   * @param pseudonymKey the installation's secret under which customers are pseudonymised
   * @param limits what bounds requests and connections
   */
  public record Gateway(
      String host,
      int port,
      int maxEvents,
      int maxDepth,
      Duration deliveryTimeout,
      Secret pseudonymKey,
      Limits limits) {}

  /**
   * @param parallelism how many parts of the live job run side by side
   * @param firstContactWindow within which after a resolution a further contact of the customer
   *     shows that it was not resolved at first contact
   * @param metricsPort where a Flink in this process tells how it runs; empty for nowhere
   * @param history a table of past intervals from which forecasts begin; null for none
   */
  public record Job(
      int parallelism,
      Duration firstContactWindow,
      OptionalInt metricsPort,
      @Nullable Path history) {}

  /**
   * @param host the address to listen on
   * @param port 0 for any free one
   * @param maxSeries how many series of queues and teams its metrics have at most
   * @param tokens of whoever may look; without any, everybody on this machine
   */
  public record Wallboard(String host, int port, int maxSeries, Tokens tokens) {}

  /**
   * What {@code up} and {@code demo} start beside the three roles.
   *
   * @param kafkaPort of the embedded broker; 0 for any free one
   * @param dataDir where its data is kept; null for a temporary directory
   * @param keepData whether a temporary directory is kept too
   */
  public record Embedded(int kafkaPort, @Nullable Path dataDir, boolean keepData) {}

  /**
   * Who is told when something is wrong.
   *
   * @param rules when alerts open and close
   * @param staleAfter after how long without figures these are stale; zero for never
   * @param listen where the notifier shows itself
   * @param receivers who is told; nobody runs a notifier for none
   */
  public record Alerts(
      AlertCatalog rules, Duration staleAfter, Listen listen, List<Receiver> receivers) {}

  /** An address to listen on; port 0 for any free one. */
  public record Listen(String host, int port) {}

  /** The same with everybody let in who comes from this machine, as a simulation does. */
  public TideboardConfig withoutAccess() {
    return new TideboardConfig(
        kafka,
        events,
        gateway,
        spool,
        job,
        wallboard,
        history,
        embedded,
        agents,
        queues,
        alerts,
        AccessSettings.OPEN);
  }

  /** What each queue is, and what any other one is. */
  public record Queues(QueueConfig defaults, Map<String, QueueConfig> byName) {

    public Queues {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** What the jobs need to know. */
    public QueueCatalog catalog() {
      Map<String, QueueDefinition> definitions = new LinkedHashMap<>();
      byName.forEach((queue, config) -> definitions.put(queue, config.definition()));
      return new QueueCatalog(definitions, defaults.definition());
    }
  }
}
