// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Working days of the mid-size center, one after the other, without the nights. A day is played
 * from 9:30, when every queue has something to do, to 20:15, when the last callers have gone. What
 * is then left over, mostly written contacts that are answered until the next noon, is sent as fast
 * as the gateway takes it. The next day has a later date than all of that: nothing arrives late.
 */
public final class WorkingDays {

  static final LocalTime OPENING = LocalTime.of(9, 30);
  static final LocalTime CLOSING = LocalTime.of(20, 15);

  /** Is told when a day begins. */
  public interface Listener {
    /**
     * @param seed of this day
     */
    void begins(LocalDate day, long seed);
  }

  private final Replay byDay;
  private final Replay afterHours;
  private final Listener listener;

  /**
   * @param options their speed is that of the days
   */
  public WorkingDays(ReplayOptions options, Pacer pacer, Listener listener) {
    this.byDay = new Replay(options, pacer, progress -> {});
    this.afterHours = new Replay(options.at(Speed.MAX), pacer, progress -> {});
    this.listener = listener;
  }

  /**
   * Plays without end: first the last workday that is not after {@code day}, with that seed, then
   * each further one with the next seed.
   *
   * @throws InterruptedException when the thread is interrupted
   * @throws ReplayFailed when the gateway refuses requests or cannot be reached in time
   */
  public void playFrom(LocalDate day, long seed) throws InterruptedException {
    LocalDate next = day;
    for (long its = seed; ; its++) {
      next = play(next, its);
    }
  }

  /** The center on the first day that is played, when {@code day} is today. */
  public static Scenario first(LocalDate day) {
    return Scenarios.workday(day, OPENING);
  }

  /** Plays one day to its very end. Returns the next. */
  private LocalDate play(LocalDate day, long seed) throws InterruptedException {
    Scenario scenario = Scenarios.workday(day, OPENING).prefixed("day" + seed);
    LocalDate date = dateOf(scenario.start(), scenario);
    Simulation events = new Simulation(scenario, seed);
    Instant closing = date.atTime(CLOSING).atZone(scenario.timeZone()).toInstant();
    listener.begins(date, seed);
    Before open = new Before(closing, events);
    byDay.send(open);
    Instant last = afterHours.send(open.others()).end().reached();
    return nextWorkday(last == null ? date : dateOf(last, scenario));
  }

  private static LocalDate dateOf(Instant time, Scenario scenario) {
    return time.atZone(scenario.timeZone()).toLocalDate();
  }

  /** The first day from Monday to Friday after that date. */
  static LocalDate nextWorkday(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
