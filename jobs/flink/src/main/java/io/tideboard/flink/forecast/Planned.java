// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.agents.Plan;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Control;

/** A plan on its way to every part of the job that forecasts. */
public final class Planned {

  private Planned() {}

  /** How many agents are planned for a queue. */
  public static Control of(String queue, Plan plan) {
    return new Control(Topics.EVENTS, queue, PlanningMemory.bytes(plan));
  }
}
