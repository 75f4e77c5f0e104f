// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.clock.Micros;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * The schedule of one queue from its plans. A plan holds until its end, or until the next one
 * begins if that is earlier; of two for the same start the one published later holds.
 */
public final class QueueSchedule implements Schedule {

  private static final long MINUTE = 60 * Micros.SECOND;

  private final TreeMap<Long, Plan> plans = new TreeMap<>();
  private long version;

  /** Takes a plan. Whether it says something new. */
  public boolean take(Plan plan) {
    Plan known = plans.get(plan.start());
    if (known != null && !plan.replaces(known)) {
      return false;
    }
    // A sum, so that the order in which plans come makes no difference.
    version += plan.identity() - (known == null ? 0 : known.identity());
    plans.put(plan.start(), plan);
    return true;
  }

  /** Forgets what was over before then, and tells each start of it. */
  public void forgetBefore(long horizon, LongConsumer forgotten) {
    while (!plans.isEmpty() && end(plans.firstEntry().getValue()) < horizon) {
      Plan gone = plans.pollFirstEntry().getValue();
      version -= gone.identity();
      forgotten.accept(gone.start());
    }
  }

  @Override
  public OptionalInt at(long instant) {
    Map.Entry<Long, Plan> latest = plans.floorEntry(instant);
    return latest == null || end(latest.getValue()) <= instant
        ? OptionalInt.empty()
        : OptionalInt.of(latest.getValue().agents());
  }

  @Override
  public long version() {
    return version;
  }

  private static long end(Plan plan) {
    return plan.start() + plan.minutes() * MINUTE;
  }
}
