// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many agents are planned for each queue in each half hour of a day. */
final class StaffPlan {

  private static final int MINUTES = 30;

  private final Center center;
  private final Instant midnight;
  private final int intervals;
  private final Map<String, int[]> planned = new LinkedHashMap<>();

  StaffPlan(Center center, LocalDate day) {
    this.center = center;
    ZonedDateTime start = day.atStartOfDay(center.zone());
    ZonedDateTime end = day.plusDays(1).atStartOfDay(center.zone());
    this.midnight = start.toInstant();
    this.intervals = (int) (Duration.between(start, end).toMinutes() / MINUTES);
  }

  void add(Member member, ZonedDateTime shift) {
    int[] agents = planned.computeIfAbsent(member.plannedFor(), queue -> new int[intervals]);
    long begin = Duration.between(midnight, shift.toInstant()).toMinutes() / MINUTES;
    long end = begin + member.team().length().toMinutes() / MINUTES;
    for (long i = begin; i < Math.min(end, intervals); i++) {
      agents[(int) i]++;
    }
  }

  void publish() {
    planned.forEach(
        (queue, agents) -> {
          for (int i = 0; i < intervals; i++) {
            Instant start = midnight.plus(Duration.ofMinutes((long) i * MINUTES));
            if (agents[i] > 0 && start.toEpochMilli() + MINUTES * 60_000L > center.agenda.now()) {
              center.journal.writePlan(queue, start, MINUTES, agents[i]);
            }
          }
        });
  }
}
