// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.traffic.replay.Pacer;
import io.tideboard.traffic.replay.ReplayOptions;
import io.tideboard.traffic.replay.Speed;
import io.tideboard.traffic.replay.WorkingDays;
import io.tideboard.traffic.simulator.Scenarios;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Working days of the simulated center, sent to a gateway in the background. */
public final class SimulatedDays {

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
