// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.live.LiveSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the live figures of agents depend on.
 *
 * @param catalog every queue's definition: its calendar
 * @param terms what holds for every agent
 * @param clockTick how often time moves on and gathered turns are sent
 * @param silence how long nothing must arrive before time follows the clock
 * @param publishing how often what is published
 * @param keepIntervals how long an interval can be corrected, in the stream's time
 */
public record AgentSettings(
    QueueCatalog catalog,
    AgentTerms terms,
    Duration clockTick,
    Duration silence,
    Publishing publishing,
    Duration keepIntervals)
    implements Serializable {

  /**
   * How often figures are published, by the clock.
   *
   * @param statusEvery how often an agent or a team that changed is published, at most
   * @param rowsEvery how often changed intervals are published, at most; a multiple of {@code
   *     statusEvery}
   * @param heartbeat how often a team is published in which nothing changes
   */
  public record Publishing(Duration statusEvery, Duration rowsEvery, Duration heartbeat)
      implements Serializable {

    static final Publishing USUAL =
        new Publishing(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5));

    boolean never() {
      return statusEvery.compareTo(Duration.ofDays(365)) > 0;
    }
  }

  /** The settings that go with those of the job around it. */
  public static AgentSettings of(LiveSettings live) {
    LiveSettings.Rhythm rhythm = live.rhythm();
    Publishing asOthers =
        new Publishing(rhythm.snapshotEvery(), rhythm.rowsEvery(), rhythm.heartbeat());
    return new AgentSettings(
        live.catalog(),
        live.agents(),
        rhythm.clockTick(),
        rhythm.silence(),
        asOthers.never() ? asOthers : Publishing.USUAL,
        live.memory().intervals());
  }
}
