// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import java.time.Duration;

/**
 * What arrives in an interval.
 *
 * @param contacts expected number of contacts, 0 or more; fractions are usual
 * @param intervalSeconds in which they arrive, above 0
 * @param ahtSeconds mean handle time of one of them, above 0
 */
public record Workload(double contacts, double intervalSeconds, double ahtSeconds) {

  /** More than any contact center ever had: what is computed with is bounded by it. */
  public static final double MOST_ERLANGS = 1_000_000;

  public Workload {
    require(
        contacts >= 0 && contacts < Double.POSITIVE_INFINITY, contacts, "contacts", "0 or more");
    require(intervalSeconds > 0, intervalSeconds, "intervalSeconds", "above 0");
    require(ahtSeconds > 0, ahtSeconds, "ahtSeconds", "above 0");
    double load = contacts * ahtSeconds / intervalSeconds;
    require(load <= MOST_ERLANGS, load, "offered load in erlangs", "at most " + MOST_ERLANGS);
  }

  /** So many contacts in that time. */
  public static Workload of(double contacts, Duration interval, Duration aht) {
    return new Workload(contacts, seconds(interval), seconds(aht));
  }

  /** The same contacts, with another handle time. */
  Workload withAht(double seconds) {
    return new Workload(contacts, intervalSeconds, seconds);
  }

  /**
   * The offered load in erlangs: how many agents would be busy on average if nobody ever waited.
   * Multiplied before it is divided, so that 100 contacts of 180 s in 1 800 s are 10 and not a hair
   * more.
   */
  public double load() {
    return contacts * ahtSeconds / intervalSeconds;
  }

  /** Contacts a second. */
  double rate() {
    return contacts / intervalSeconds;
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void require(boolean holds, double value, String field, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(value + " as " + field + ": expected " + expected);
    }
  }
}
