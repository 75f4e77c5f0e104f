// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.alerts.AlertSettings;
import io.tideboard.flink.alerts.ToldEpisodes;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the live figures depend on.
 *
 * @param catalog every queue's definition
 * @param clockTick how often time moves on and gathered facts are sent
 * @param silence how long nothing must arrive before time follows the clock
 * @param snapshotEvery how often a changed queue is published, at most
 * @param rowsEvery how often changed intervals are published, at most; a multiple of {@code
 *     snapshotEvery}
 * @param heartbeat how often a queue is published in which nothing changes
 * @param keepInteraction how long an interaction is remembered after its end, against late and
 *     double events, in the stream's time
 * @param keepUnresolved the same for a contact that may still be resolved
 * @param keepIntervals how long an interval can be corrected, in the stream's time
 * @param agents what holds for every agent
 * @param firstContactWindow within which after a resolution a further contact of the customer shows
 *     that it was not resolved at first contact
 * @param allowedLateness how long after it happened an event may be received and still be counted
 * @param alerts what alerts depend on; null for none
 */
public record LiveSettings(
    QueueCatalog catalog,
    Duration clockTick,
    Duration silence,
    Duration snapshotEvery,
    Duration rowsEvery,
    Duration heartbeat,
    Duration keepInteraction,
    Duration keepUnresolved,
    Duration keepIntervals,
    AgentTerms agents,
    Duration firstContactWindow,
    Duration allowedLateness,
    @Nullable AlertSettings alerts)
    implements Serializable {

  /** For a log with an end: everything is kept, and published once, at the end. */
  public static LiveSettings ofBatch(QueueCatalog catalog) {
    LiveSettings live = of(catalog);
    Duration never = Duration.ofDays(36_500);
    return new LiveSettings(
        catalog,
        live.clockTick,
        never,
        never,
        never,
        never,
        live.keepInteraction,
        live.keepUnresolved,
        never,
        live.agents,
        live.firstContactWindow,
        never,
        null);
  }

  /** The usual settings, for these queues. */
  public static LiveSettings of(QueueCatalog catalog) {
    return new LiveSettings(
        catalog,
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(25),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofHours(24),
        Duration.ofDays(7),
        Duration.ofHours(36),
        AgentTerms.DEFAULT,
        Duration.ofDays(7),
        Duration.ofHours(24),
        AlertSettings.DEFAULT);
  }

  /** The same, with other terms for agents. */
  public LiveSettings with(AgentTerms agents) {
    return new LiveSettings(
        catalog,
        clockTick,
        silence,
        snapshotEvery,
        rowsEvery,
        heartbeat,
        keepInteraction,
        keepUnresolved,
        keepIntervals,
        agents,
        firstContactWindow,
        allowedLateness,
        alerts);
  }

  /** The same, with another window for first contact resolution. */
  public LiveSettings withFirstContactWindow(Duration other) {
    return new LiveSettings(
        catalog,
        clockTick,
        silence,
        snapshotEvery,
        rowsEvery,
        heartbeat,
        keepInteraction,
        keepUnresolved,
        keepIntervals,
        agents,
        other,
        allowedLateness,
        alerts);
  }

  /** The same, with other alerts; null for none. */
  public LiveSettings with(@Nullable AlertSettings others) {
    return new LiveSettings(
        catalog,
        clockTick,
        silence,
        snapshotEvery,
        rowsEvery,
        heartbeat,
        keepInteraction,
        keepUnresolved,
        keepIntervals,
        agents,
        firstContactWindow,
        allowedLateness,
        others);
  }

  /** The same, after that was told of alerts. */
  LiveSettings after(ToldEpisodes told) {
    return alerts == null ? this : with(alerts.after(told));
  }
}
