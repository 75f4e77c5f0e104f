// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.estimate.PastWaits.Sum;
import io.tideboard.core.estimate.PastWaits.Waited;
import io.tideboard.core.estimate.QueueState.Line;
import io.tideboard.core.estimate.QueueState.Past;
import org.junit.jupiter.api.Test;

/** Does the pace come out that the waits of a queue with known agents must have come from? */
class PaceTest {

  /** So short that an hour is a long run; the pace has no unit of time of its own. */
  private static final double HANDLE_MICROS = 2000;

  @Test
  void paceOfAQueueWhereNobodyGivesUpIsThatOfItsAgents() {
    for (int agents : new int[] {1, 3, 10, 40}) {
      for (double load : new double[] {0.5, 0.8, 0.95}) {
        assertThat(ratio(agents, load, 0))
            .as("%d agents, load %s", agents, load)
            .isCloseTo(1, within(0.01));
      }
    }
  }

  @Test
  void paceOfAQueueWhereSomeGiveUpIsAtMostAFifthTooFast() {
    for (int agents : new int[] {1, 3, 10, 40}) {
      for (double load : new double[] {0.5, 0.8, 0.95, 1.1, 1.5}) {
        for (double leaving : new double[] {0.1, 0.3, 1}) {
          assertThat(ratio(agents, load, leaving))
              .as("%d agents, load %s, leaving %s", agents, load, leaving)
              .isBetween(0.99, 1.19);
        }
      }
    }
  }

  @Test
  void whoFindsNobodyWaitingWaitsAsOftenAsErlangsLossFormulaSays() {
    // Two agents, load 0.8: Erlang B of 1.6 on 2.
    Pace pace = Pace.of(stationary(2, 0.8, 0));
    assertThat(pace.delayedThoughNobodyWaits()).isCloseTo(1.28 / (1 + 1.6 + 1.28), within(0.001));
  }

  /** Pace found over true pace. */
  private static double ratio(int agents, double load, double leaving) {
    Pace pace = Pace.of(stationary(agents, load, leaving));
    return pace.served() * HANDLE_MICROS / agents;
  }

  /**
   * What Erlang A counts within an hour in the long run: birth and death, load in shares of what
   * the agents can do, leaving in units of the handling rate.
   */
  private static QueueState stationary(int agents, double load, double leaving) {
    double weight = 1;
    double all = 0;
    double busy = 0;
    double waiting = 0;
    for (int here = 0; here < 4000; here++) {
      all += weight;
      busy += here >= agents ? weight : 0;
      waiting += weight * Math.max(0, here - agents);
      int next = here + 1;
      weight *= agents * load / (Math.min(next, agents) + Math.max(0, next - agents) * leaving);
    }
    double visits = agents * load * QueueState.RECENTLY / HANDLE_MICROS;
    long waited = Math.round(visits * busy / all);
    double micros = QueueState.RECENTLY * waiting / all;
    long unserved = Math.round(leaving * micros / HANDLE_MICROS);
    PastWaits hour =
        new PastWaits(
            Math.round(visits),
            new Waited(waited, unserved, Math.round(micros)),
            new Sum(Math.round(visits) - waited, 0),
            new Sum(0, 0));
    return new QueueState(new Line(0, 0, 0), null, new Past(PastWaits.NONE, hour, hour));
  }
}
