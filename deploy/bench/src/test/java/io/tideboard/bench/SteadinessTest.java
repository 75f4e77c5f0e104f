// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  @Test
  void warmingUpEndsWhenTheRateNoLongerRises() throws Exception {
    assertThat(repetitions(10.0, 50.0, 80.0, 90.0, 95.0, 93.0, 94.0, 300.0)).isEqualTo(7);
  }

  @Test
  void aRateThatIsSteadyAtOnceIsStillMeasuredSomeTimes() throws Exception {
    assertThat(repetitions(50.0, 50.0, 50.0, 50.0, 50.0, 50.0)).isEqualTo(4);
  }

  @Test
  void aRateThatNeverStopsRisingIsNotWaitedForForEver() throws Exception {
    double[] rising = IntStream.range(0, 100).mapToDouble(i -> Math.pow(2, i)).toArray();
    assertThat(repetitions(rising)).isEqualTo(15);
  }

  private static int repetitions(double... rates) throws Exception {
    Iterator<Double> next = Arrays.stream(rates).iterator();
    int[] repetitions = new int[1];
    Steadiness.reach(
        () -> {
          repetitions[0]++;
          return next.next();
        });
    return repetitions[0];
  }
}
