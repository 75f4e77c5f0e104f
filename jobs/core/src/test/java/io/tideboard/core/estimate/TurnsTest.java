// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void oneTurnIsExponential() {
    assertThat(Turns.median(0.1, 0.5, 0)).isCloseTo(6.931, withinPercentage(0.01));
  }

  @Test
  void turnsThatAreAlikeAddUpToTheGammaDistribution() {
    // Medians of the gamma distribution of shape 2, 5 and 11.
    assertThat(Turns.median(1, 0, 1)).isCloseTo(1.67835, withinPercentage(0.5));
    assertThat(Turns.median(1, 0, 4)).isCloseTo(4.67091, withinPercentage(0.1));
    assertThat(Turns.median(1, 0, 10)).isCloseTo(10.66852, withinPercentage(0.05));
  }

  @Test
  void medianIsThatOfDrawnWaitsWhereSomeGiveUp() {
    for (double leaving : new double[] {0.03, 0.3, 1}) {
      for (int ahead : new int[] {1, 5, 40}) {
        assertThat(Turns.median(1, leaving, ahead))
            .as("leaving %s, %d ahead", leaving, ahead)
            .isCloseTo(drawn(leaving, ahead), withinPercentage(3));
      }
    }
  }

  @Test
  void lineOfThousandsIsAddedUpAsIfOneByOne() {
    for (double leaving : new double[] {0, 1e-6, 0.01, 2}) {
      assertThat(Turns.median(0.2, leaving, 5000))
          .as("leaving %s", leaving)
          .isCloseTo(oneByOne(0.2, leaving, 5000), withinPercentage(0.0001));
    }
  }

  @Test
  void oneMoreTurnIsLongerWhereTheSumBecomesAFormula() {
    for (int ahead = 60; ahead < 70; ahead++) {
      assertThat(Turns.median(1, 0.2, ahead + 1)).isGreaterThan(Turns.median(1, 0.2, ahead));
    }
  }

  private static double oneByOne(double pace, double leaving, int ahead) {
    double mean = 0;
    double variance = 0;
    for (int i = ahead; i >= 0; i--) {
      double turn = 1 / (pace + i * leaving);
      mean += turn;
      variance += turn * turn;
    }
    return mean * Math.pow(1 - variance / (9 * mean * mean), 3);
  }

  private static double drawn(double leaving, int ahead) {
    SplittableRandom random = new SplittableRandom(1);
    double[] waits = new double[40_001];
    for (int draw = 0; draw < waits.length; draw++) {
      for (int i = 0; i <= ahead; i++) {
        waits[draw] -= Math.log(1 - random.nextDouble()) / (1 + i * leaving);
      }
    }
    Arrays.sort(waits);
    return waits[waits.length / 2];
  }
}
