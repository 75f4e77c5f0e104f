// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.traffic.replay.Pacer;
import io.tideboard.traffic.replay.Replay;
import io.tideboard.traffic.replay.ReplayFailed;
import io.tideboard.traffic.replay.ReplayOptions;
import io.tideboard.traffic.replay.Speed;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One working day of the simulated center after the other, sent to a gateway without the nights.
 */
public final class SimulatedDays {

  /** When every queue has something to do. */
  private static final LocalTime OPENING = LocalTime.of(9, 30);

  private final Replay replay;
  private final Steps steps;

  /** To that gateway, at that speed. */
  public SimulatedDays(URI gateway, Speed speed, Steps steps) {
    this.replay = new Replay(ReplayOptions.to(gateway).at(speed), Pacer.system(), progress -> {});
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

  private void play(long firstSeed) {
    LocalDate day = LocalDate.now(Scenarios.midSizeCenter().timeZone());
    try {
      for (long seed = firstSeed; ; seed++) {
        Scenario workday = Scenarios.workday(day, OPENING).prefixed("day" + seed);
        LocalDate date = workday.start().atZone(workday.timeZone()).toLocalDate();
        steps.done("a simulated " + name(date.getDayOfWeek()) + " begins, seed " + seed);
        replay.send(new Simulation(workday, seed));
        day = nextWorkday(date);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ReplayFailed e) {
      steps.done("the simulation ends: " + e.getMessage());
    }
  }

  private static LocalDate nextWorkday(LocalDate date) {
    return date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
  }
}
