// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.alerts.ToldEpisodes;
import io.tideboard.flink.forecast.ForecastSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the live figures depend on.
 *
 * @param catalog how queues are configured
 * @param rhythm how often things are told
 * @param memory how long things are remembered
 * @param agents what holds for every agent
 * @param firstContactWindow within which after a resolution a further contact of the customer shows
 *     that it was not resolved at first contact
 * @param alerts what alerts depend on; null for none
 * @param forecasts how demand is forecast
 */
public record LiveSettings(
    QueueCatalog catalog,
    Rhythm rhythm,
    Memory memory,
    AgentTerms agents,
    Duration firstContactWindow,
    @Nullable AlertSettings alerts,
    ForecastSettings forecasts)
    implements Serializable {

  /**
   * How often things are told.
   *
   * @param clockTick how often time moves on and gathered facts are sent
   * @param silence how long nothing must arrive before time follows the clock
   * @param snapshotEvery how often a changed queue is published, at most
   * @param rowsEvery how often changed intervals are published, at most; a multiple of {@code
   *     snapshotEvery}
   * @param heartbeat how often a queue is published in which nothing changes
   */
  public record Rhythm(
      Duration clockTick,
      Duration silence,
      Duration snapshotEvery,
      Duration rowsEvery,
      Duration heartbeat)
      implements Serializable {

    /** For people who look on. */
    public static final Rhythm LIVE =
        new Rhythm(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(25),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));

    /** For a log with an end: everything once, at the end. */
    static final Rhythm ONCE =
        new Rhythm(
            LIVE.clockTick, Memory.FOR_EVER, Memory.FOR_EVER, Memory.FOR_EVER, Memory.FOR_EVER);
  }

  /**
   * How long things are remembered, in the stream's time.
   *
   * @param interaction an interaction after its end, against late and double events
   * @param unresolved the same for a contact that may still be resolved
   * @param intervals how long an interval can be corrected
   * @param allowedLateness how long after it happened an event may be received and still be counted
   */
  public record Memory(
      Duration interaction, Duration unresolved, Duration intervals, Duration allowedLateness)
      implements Serializable {

    /** Longer than any log. */
    public static final Duration FOR_EVER = Duration.ofDays(36_500);

    /** For events of today. */
    public static final Memory LIVE =
        new Memory(
            Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(36), Duration.ofHours(24));

    /** For a log with an end: nothing in it comes too late, and no interval is ever closed. */
    static final Memory OF_A_LOG =
        new Memory(LIVE.interaction, LIVE.unresolved, FOR_EVER, FOR_EVER);
  }

  /** For a log with an end: everything is kept, and published once, at the end. */
  public static LiveSettings ofBatch(QueueCatalog catalog) {
    return of(catalog)
        .with(Rhythm.ONCE)
        .with(Memory.OF_A_LOG)
        .withoutAlerts()
        .with(ForecastSettings.BATCH);
  }

  /** The usual settings, for these queues. */
  public static LiveSettings of(QueueCatalog catalog) {
    return new LiveSettings(
        catalog,
        Rhythm.LIVE,
        Memory.LIVE,
        AgentTerms.DEFAULT,
        Duration.ofDays(7),
        AlertSettings.DEFAULT,
        ForecastSettings.LIVE);
  }

  /** The same, told at another rhythm. */
  public LiveSettings with(Rhythm other) {
    return new LiveSettings(catalog, other, memory, agents, firstContactWindow, alerts, forecasts);
  }

  /** The same, remembered longer or shorter. */
  public LiveSettings with(Memory other) {
    return new LiveSettings(catalog, rhythm, other, agents, firstContactWindow, alerts, forecasts);
  }

  /** The same, with other terms for agents. */
  public LiveSettings with(AgentTerms other) {
    return new LiveSettings(catalog, rhythm, memory, other, firstContactWindow, alerts, forecasts);
  }

  /** The same, with another window for first contact resolution. */
  public LiveSettings withFirstContactWindow(Duration other) {
    return new LiveSettings(catalog, rhythm, memory, agents, other, alerts, forecasts);
  }

  /** The same, with other alerts. */
  public LiveSettings with(AlertSettings other) {
    return new LiveSettings(catalog, rhythm, memory, agents, firstContactWindow, other, forecasts);
  }

  /** The same, without alerts. */
  public LiveSettings withoutAlerts() {
    return new LiveSettings(catalog, rhythm, memory, agents, firstContactWindow, null, forecasts);
  }

  /** The same, with demand forecast in another way. */
  public LiveSettings with(ForecastSettings other) {
    return new LiveSettings(catalog, rhythm, memory, agents, firstContactWindow, alerts, other);
  }

  /** The same, after that was told of alerts. */
  LiveSettings after(ToldEpisodes told) {
    return alerts == null ? this : with(alerts.after(told));
  }
}
