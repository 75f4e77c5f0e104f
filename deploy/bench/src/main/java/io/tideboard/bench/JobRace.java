// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Jobs that take turns, so that a machine that is busy for a while is busy for all of them, and the
 * compiler sees all of them before anything counts.
 */
final class JobRace {

  /** Rounds in which the compiler is still at work: half as fast as what follows, or slower. */
  private static final int WARM_UPS = 2;

  /** Runs a job over a log of so many events, and measures it. */
  @FunctionalInterface
  interface Runner {
    Trip run(long events) throws Exception;
  }

  private final Map<String, Runner> jobs = new LinkedHashMap<>();
  private final PrintStream progress;

  /**
   * @param progress gets a line for each run
   */
  JobRace(PrintStream progress) {
    this.progress = progress;
  }

  /** A job that runs in this JVM. */
  JobRace with(String name, Odometer.Journey job) {
    return withRunner(name, events -> Odometer.measure(job, events));
  }

  /** A job that is measured where it runs. */
  JobRace withRunner(String name, Runner job) {
    jobs.put(name, job);
    return this;
  }

  /** The medians by name, over the rounds that follow two that do not count. */
  Map<String, Trip> run(long events, int rounds) throws Exception {
    Map<String, List<Trip>> trips = new LinkedHashMap<>();
    for (int round = 1 - WARM_UPS; round <= rounds; round++) {
      for (Map.Entry<String, Runner> job : jobs.entrySet()) {
        Trip trip = job.getValue().run(events);
        if (round > 0) {
          trips.computeIfAbsent(job.getKey(), unused -> new ArrayList<>()).add(trip);
        }
        String which = round > 0 ? "round " + round + " of " + rounds : "warm-up";
        progress.printf(Locale.ROOT, "%s, %s: %,.0f events/s%n", which, job.getKey(), trip.rate());
      }
    }
    Map<String, Trip> medians = new LinkedHashMap<>();
    trips.forEach((name, each) -> medians.put(name, Trip.median(each)));
    return medians;
  }
}
