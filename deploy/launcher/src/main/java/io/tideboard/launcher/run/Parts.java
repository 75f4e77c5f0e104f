// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.flink.JobEnvironment;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.forecast.KnownDemand;
import io.tideboard.flink.live.LiveJob;
import io.tideboard.flink.live.LiveSettings;
import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.spool.SpoolSettings;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.StoreUnavailable;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.config.Secret;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.paging.PagingSettings;
import io.tideboard.paging.StaleRule;
import io.tideboard.wallboard.ListenAddress;
import io.tideboard.wallboard.Wallboard;
import io.tideboard.wallboard.WallboardSettings;
import io.tideboard.wallboard.board.BoardLimits;
import io.tideboard.wallboard.feed.KafkaSource;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The configuration, in the terms of each part. */
public final class Parts {

  /** How long an interaction may last before its interval is closed for good. */
  private static final Duration DAY_AT_WORK = Duration.ofHours(12);

  private static final Duration REPLAYED = Duration.ofDays(30);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private Parts() {}

  /** The gateway's. */
  public static GatewaySettings gateway(
      TideboardConfig config, String bootstrap, InetSocketAddress address) {
    TideboardConfig.EventRules events = config.events();
    AdmissionRules rules =
        new AdmissionRules(
            events.eventTime(),
            events.maxFuture(),
            events.allowedLateness(),
            config.gateway().maxEvents(),
            config.gateway().maxDepth(),
            events.comments());
    KafkaSettings kafka =
        KafkaSettings.of(bootstrap).withDeliveryTimeout(config.gateway().deliveryTimeout());
    GatewaySettings settings =
        GatewaySettings.of(kafka)
            .bindTo(address)
            .with(rules)
            .with(config.gateway().limits())
            .with(config.access());
    SpoolSettings spool = config.spool();
    if (spool != null) {
      settings = settings.with(spool);
    }
    Secret key = config.gateway().pseudonymKey();
    return key.isEmpty() ? settings : settings.withPseudonymKey(key.bytes());
  }

  /**
   * The gateway, started.
   *
   * @throws CommandFailed when a file of its configuration cannot be used
   */
  public static Gateway start(GatewaySettings settings, AccessSettings access, Steps steps) {
    Gateway gateway;
    try {
      gateway = Gateway.start(settings);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.configuration(String.valueOf(e.getMessage()));
    }
    if (!access.needsCredential()) {
      steps.done("no credential is configured: the gateway listens to this machine only");
    }
    return gateway;
  }

  /**
   * The wallboard's.
   *
   * @param history where interval rows are kept on disk, unless the configuration names a place
   */
  public static WallboardSettings wallboard(
      TideboardConfig config, Path history, String bootstrap, InetSocketAddress address) {
    BoardLimits usual = BoardLimits.DEFAULT;
    HistorySettings rows = config.history();
    return new WallboardSettings(
        new ListenAddress(address.getHostString(), address.getPort()),
        KafkaSource.of(bootstrap),
        config.queues().catalog(),
        new BoardLimits(
            usual.breaches(),
            usual.breachAge(),
            usual.countOn(),
            usual.exposeFor(),
            config.wallboard().maxSeries()),
        rows.dir() == null ? rows.in(history) : rows,
        config.wallboard().tokens());
  }

  /**
   * The wallboard, started.
   *
   * @throws CommandFailed when its history cannot be opened
   */
  public static Wallboard start(WallboardSettings settings, Steps steps) {
    try {
      Wallboard wallboard = Wallboard.start(settings);
      if (!settings.tokens().required()) {
        steps.done("no token is configured: the wallboard listens to this machine only");
      }
      return wallboard;
    } catch (StoreUnavailable e) {
      String message = String.valueOf(e.getMessage());
      throw e.isUnreachable()
          ? CommandFailed.unreachable(message)
          : CommandFailed.configuration(message);
    }
  }

  /**
   * The live job, ready to be submitted.
   *
   * @param known what forecasts begin with
   */
  public static StreamExecutionEnvironment liveJob(
      TideboardConfig config, String bootstrap, List<KnownDemand> known) {
    StreamExecutionEnvironment env = JobEnvironment.create(config.job().parallelism(), null);
    LiveSettings settings = live(config);
    LiveJob.addTo(env, bootstrap, settings.with(settings.forecasts().with(known)));
    return env;
  }

  private static LiveSettings live(TideboardConfig config) {
    LiveSettings usual = LiveSettings.of(config.queues().catalog());
    Duration lateness = config.events().allowedLateness();
    // In a replay a day may pass in a millisecond: what is late by the clock of another partition
    // is not late at all.
    Duration interactions = config.events().eventTime() ? REPLAYED : lateness;
    Duration intervals = config.events().eventTime() ? FOR_EVER : lateness.plus(DAY_AT_WORK);
    return usual
        .with(
            new LiveSettings.Memory(
                interactions,
                usual.memory().unresolved(),
                intervals,
                config.events().eventTime() ? FOR_EVER : lateness))
        .with(config.agents().within(interactions))
        .withFirstContactWindow(config.job().firstContactWindow())
        .with(alerts(config));
  }

  /**
   * In a replay alerts are of the time that is replayed, and shown; who pages of it is told, too.
   */
  private static AlertSettings alerts(TideboardConfig config) {
    AlertSettings live = AlertSettings.of(config.alerts().rules());
    return config.events().eventTime() ? live.ofAnyTime() : live;
  }

  /** The notifier's. */
  public static PagingSettings paging(TideboardConfig config, String bootstrap) {
    StaleRule stale = new StaleRule(config.alerts().staleAfter(), config.events().eventTime());
    return PagingSettings.of(bootstrap, config.alerts().receivers()).with(stale);
  }
}
