// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a job came to.
 *
 * @param rate events a second, from the first one read to the last result written
 * @param cpu processor seconds of the whole process per million events: the job's own, and those of
 *     Kafka, the compiler and the collector meanwhile
 */
record Trip(double rate, double cpu) {

  /** The median of each measure by itself. */
  static Trip median(List<Trip> trips) {
    return new Trip(median(trips, Trip::rate), median(trips, Trip::cpu));
  }

  private static double median(List<Trip> trips, ToDoubleFunction<Trip> measure) {
    return Medians.of(trips.stream().mapToDouble(measure).toArray());
  }
}
