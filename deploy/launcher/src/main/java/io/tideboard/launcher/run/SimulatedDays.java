// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.flink.forecast.KnownDemand;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.traffic.replay.Pacer;
import io.tideboard.traffic.replay.ReplayOptions;
import io.tideboard.traffic.replay.Speed;
import io.tideboard.traffic.replay.WorkingDays;
import io.tideboard.traffic.simulator.PastArrivals;
import io.tideboard.traffic.simulator.Scenarios;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Working days of the simulated center, sent to a gateway in the background. */
public final class SimulatedDays {

  private static final int PAST_DAYS = 8 * 7;

  private final WorkingDays days;
  private final Steps steps;

  /** To that gateway, at that speed. */
  public SimulatedDays(URI gateway, Speed speed, Steps steps) {
    this.days =
        new WorkingDays(ReplayOptions.to(gateway).at(speed), Pacer.system(), this::announce);
    this.steps = steps;
  }

  /**
   * Plays in the background, a first day with that seed, each further one with the next.
   *
   * @return ends the playing when closed
   */
  public AutoCloseable playFrom(long seed) {
    Thread player = new Thread(() -> play(seed), "tideboard-simulation");
    player.setDaemon(true);
    player.start();
    return () -> {
      player.interrupt();
      player.join();
    };
  }

  /**
   * What is known of the days before the first, from which forecasts begin: the configured history,
   * or eight simulated weeks.
   */
  public static List<KnownDemand> before(TideboardConfig config, long seed) {
    if (config.job().history() != null) {
      return WarmStart.configured(config);
    }
    LocalDate today = LocalDate.now(Scenarios.midSizeCenter().timeZone());
    return WarmStart.of(
        "simulated days", PastArrivals.before(WorkingDays.first(today), PAST_DAYS, seed), config);
  }

  private void play(long seed) {
    try {
      days.playFrom(LocalDate.now(Scenarios.midSizeCenter().timeZone()), seed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      steps.done("the simulation ends: " + e.getMessage());
    }
  }

  private void announce(LocalDate day, long seed) {
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    steps.done("a simulated " + weekday + " begins, " + day + ", seed " + seed);
  }
}
