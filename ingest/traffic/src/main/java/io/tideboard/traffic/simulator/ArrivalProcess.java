// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.ToDoubleFunction;

/**
 * A Poisson process whose rate changes every 15 minutes with the time of day and is multiplied by a
 * gamma factor for each day, as Avramidis, Deslauriers and L'Ecuyer (Management Science 50, 2004)
 * found call centers to be. Sampled by spending a unit exponential on the integral of the rate.
 */
final class ArrivalProcess {

  private static final long SLOT = 15 * 60_000L;
  private static final int SLOTS_A_DAY = 96;

  private final double[] perMilli = new double[7 * SLOTS_A_DAY];
  private final ZoneId zone;
  private final ToDoubleFunction<LocalDate> dayFactor;
  private final Draws draws;
  private long at;
  private long slotEnd;
  private double rate;

  ArrivalProcess(
      Arrivals arrivals, ZonedDateTime start, ToDoubleFunction<LocalDate> dayFactor, Draws draws) {
    this.zone = start.getZone();
    this.dayFactor = dayFactor;
    this.draws = draws;
    this.at = start.toInstant().toEpochMilli();
    for (int i = 0; i < perMilli.length; i++) {
      LocalTime middle = LocalTime.MIN.plusSeconds((i % SLOTS_A_DAY) * SLOT / 1000 + SLOT / 2000);
      perMilli[i] = arrivals.at(DayOfWeek.of(1 + i / SLOTS_A_DAY), middle) / 3_600_000;
    }
    enterSlot();
  }

  /** The next arrival's time in milliseconds since 1970, or {@code end} when none comes before. */
  long next(long end) {
    double ahead = draws.unitExponential();
    while (at < end) {
      double inSlot = rate * (slotEnd - at);
      if (ahead < inSlot) {
        at += Math.max(1, Math.round(ahead / rate));
        return Math.min(at, end);
      }
      ahead -= inSlot;
      at = slotEnd;
      enterSlot();
    }
    return end;
  }

  private void enterSlot() {
    slotEnd = Math.floorDiv(at, SLOT) * SLOT + SLOT;
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    int slot = (local.getHour() * 60 + local.getMinute()) / 15;
    int ofWeek = (local.getDayOfWeek().getValue() - 1) * SLOTS_A_DAY + slot;
    rate = perMilli[ofWeek] * dayFactor.applyAsDouble(local.toLocalDate());
  }
}
