// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeferredWorkTest {

  private static final double QUARTER = 900;

  @Test
  void aPeakIsWorkedOffEvenlyUntilItIsDue() {
    double[] agents = DeferredWork.agents(0, new double[] {0, 7200, 0, 0, 0, 0}, 3, QUARTER);

    // 7200 s from the second to the fifth quarter of an hour: 2 agents.
    assertThat(agents).containsExactly(new double[] {0, 2, 2, 2, 2, 0}, within(1e-9));
  }

  @Test
  void theBacklogIsDoneWhenWhatComesNowIsDue() {
    double[] agents = DeferredWork.agents(3600, new double[] {0, 0, 0, 0, 0}, 2, QUARTER);

    assertThat(agents).containsExactly(new double[] {2, 2, 0, 0, 0}, within(1e-9));
  }

  @Test
  void steadyWorkNeedsSteadyAgents() {
    double[] steady = new double[40];
    Arrays.fill(steady, 1800);
    double[] agents = DeferredWork.agents(0, steady, 4, QUARTER);

    for (int i = 4; i < 36; i++) {
      assertThat(agents[i]).isBetween(1.5, 2.0 + 1e-9);
    }
  }

  @Test
  void nobodyWorksOnWhatHasNotComeAndNothingIsLate() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double[] arriving = random.doubles(60, 0, 5000).map(w -> w > 2500 ? 0 : w).toArray();
      int dueAfter = random.nextInt(10);
      double[] agents = DeferredWork.agents(4000, arriving, dueAfter, QUARTER);
      double done = 0;
      double arrived = 4000;
      double[] arrivedBy = new double[60];
      for (int i = 0; i < 60; i++) {
        arrived += arriving[i];
        arrivedBy[i] = arrived;
        done += agents[i] * QUARTER;
        assertThat(agents[i]).isNotNegative();
        assertThat(done).isLessThanOrEqualTo(arrived + 1e-6);
        if (i >= dueAfter) {
          assertThat(done).isGreaterThanOrEqualTo(arrivedBy[i - dueAfter] - 1e-6);
        }
      }
    }
  }

  @Test
  void noPromiseAsksForMoreAtItsPeakThanAShorterOne() {
    double[] arriving = new Random(11).doubles(96, 0, 4000).toArray();
    double before = Double.POSITIVE_INFINITY;
    for (int dueAfter = 0; dueAfter < 40; dueAfter++) {
      double peak =
          Arrays.stream(DeferredWork.agents(0, arriving, dueAfter, QUARTER)).max().orElse(0);
      assertThat(peak).isLessThanOrEqualTo(before + 1e-9);
      before = peak;
    }
  }

  @Test
  void occupancyConcurrencyAndShrinkageTurnWorkIntoAgents() {
    StaffingNeed need = DeferredWork.need(3.4, new StaffingTerms.Working(2, 0.5, 0.85));

    assertThat(need.exact()).isCloseTo(2, within(1e-12));
    assertThat(need.scheduledAgents()).isEqualTo(4);
  }
}
