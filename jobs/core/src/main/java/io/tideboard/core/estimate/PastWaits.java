// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import io.tideboard.core.clock.Micros;

/**
 * How the queue visits that ended in a period had waited: sums over visits and handled legs, so
 * that periods can be added and corrections taken back. All are 0 or more.
 *
 * @param ended visits that ended with a known wait: answered, abandoned, flowed out or called back;
 *     not those that are lost, of which nobody knows how long they waited
 * @param waited those of them that waited longer than {@link #MOMENT}
 * @param atOnce those of them that were answered within it, and their waits
 * @param handled the legs completed in the period, and their talk, hold and wrap-up
 */
public record PastWaits(long ended, Waited waited, Sum atOnce, Sum handled) {

  /**
   * A wait of at most so many microseconds is none: it is what ringing and picking up take while
   * somebody is free. Waits behind others lose nothing by it, since their distribution has no
   * memory.
   */
  public static final long MOMENT = 5 * Micros.SECOND;

  /** Nothing has ended. */
  public static final PastWaits NONE =
      new PastWaits(0, new Waited(0, 0, 0), new Sum(0, 0), new Sum(0, 0));

  /**
   * Visits that waited longer than a moment.
   *
   * @param visits how many
   * @param unserved how many of them were not answered
   * @param micros by how much they exceeded the moment, in all
   */
  public record Waited(long visits, long unserved, long micros) {}

  /**
   * Times, added up.
   *
   * @param count how many
   * @param micros their sum, in microseconds
   */
  public record Sum(long count, long micros) {}

  /** How many visits were answered. */
  public long answered() {
    return atOnce.count + waited.visits - waited.unserved;
  }
}
