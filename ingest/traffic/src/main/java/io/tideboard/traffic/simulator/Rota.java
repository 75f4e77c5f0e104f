// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.AgentState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Each day's shifts: who signs in and out when, with which breaks. Publishes the plan. */
final class Rota {

  private static final double ABSENT = 0.03;
  private static final long MINUTE = 60_000;

  private final Center center;
  private final Draws draws;

  Rota(Center center, Draws draws) {
    this.center = center;
    this.draws = draws;
  }

  /** Plans that day, of which a part may have passed. */
  void plan(LocalDate day) {
    StaffPlan plan = new StaffPlan(center, day);
    for (Member member : center.members) {
      if (works(member, day.getDayOfWeek())) {
        ZonedDateTime start = ZonedDateTime.of(day, shiftOf(member), center.zone());
        plan.add(member, start);
        if (!draws.chance(ABSENT)) {
          enter(member, start.toInstant());
        }
      }
    }
    plan.publish();
  }

  private static boolean works(Member member, DayOfWeek day) {
    double share =
        switch (day) {
          case SATURDAY -> member.team().saturday();
          case SUNDAY -> member.team().sunday();
          default -> 1;
        };
    return member.index() < Math.ceil(share * member.team().agents());
  }

  private static LocalTime shiftOf(Member member) {
    return member.team().shifts().get(member.index() % member.team().shifts().size());
  }

  private void enter(Member member, Instant start) {
    Agent agent = member.agent();
    long length = member.team().length().toMillis();
    long from = start.toEpochMilli() + draws.between(-4 * MINUTE, 2 * MINUTE);
    long until = start.toEpochMilli() + length + draws.between(0, 4 * MINUTE);
    long now = center.agenda.now();
    if (until <= now + MINUTE) {
      return;
    }
    center.agenda.at(
        from > now ? from : now + draws.between(0, 3_000), () -> center.floor.signIn(agent));
    pause(agent, from + length / 4, AgentState.BREAK, "coffee", 12 * MINUTE);
    pause(agent, from + length / 2, AgentState.BREAK, "lunch", 30 * MINUTE);
    pause(agent, from + length * 3 / 4, AgentState.BREAK, "coffee", 12 * MINUTE);
    if (draws.chance(0.10)) {
      pause(agent, from + length * 3 / 8, AgentState.TRAINING, "product", 40 * MINUTE);
    } else if (draws.chance(0.15)) {
      pause(agent, from + length * 5 / 8, AgentState.MEETING, "team", 25 * MINUTE);
    }
    center.agenda.at(
        until, () -> center.floor.plan(agent, new Agent.Plan(AgentState.OFFLINE, null, 0)));
  }

  private void pause(Agent agent, long around, AgentState state, String reason, long length) {
    long at = around + draws.between(-20 * MINUTE, 20 * MINUTE);
    long lasts = Math.max(MINUTE, draws.lognormal(length, 0.15));
    if (at > center.agenda.now()) {
      center.agenda.at(at, () -> center.floor.plan(agent, new Agent.Plan(state, reason, lasts)));
    }
  }
}
