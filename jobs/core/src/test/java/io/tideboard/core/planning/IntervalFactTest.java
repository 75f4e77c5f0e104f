// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Quantile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalFactTest {

  private static final long START = 1_772_438_400_000_000L;

  @Test
  void whoGaveUpCountsForPatienceWhereTheWaitIsKnown() {
    IntervalFact fact =
        IntervalFact.of(
            START,
            counted(
                Map.of(
                    Measure.OFFERED, 40L,
                    Measure.OPEN, 3L,
                    Measure.HANDLED, 30L,
                    Measure.HANDLE_MICROS, 30 * 180_000_000L,
                    Measure.ABANDONED, 7L,
                    Measure.ABANDONED_UNKNOWN_WAIT, 2L)));
    assertThat(fact.contacts()).isEqualTo(40);
    assertThat(fact.open()).isEqualTo(3);
    assertThat(fact.abandoned()).isEqualTo(5);
    assertThat(fact.ahtSeconds()).isEqualTo(180);
  }

  @Test
  void anIntervalInWhichNothingWasHandledHasNoHandleTime() {
    assertThat(IntervalFact.of(START, counted(Map.of())).ahtSeconds()).isNaN();
  }

  @Test
  void itTravelsAsItIs() throws IOException {
    IntervalFact fact = new IntervalFact(START, 40, 3, 30, 5_400_000_000L, 900_000_000L, 5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fact.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(IntervalFact.read(in)).isEqualTo(fact);
    assertThat(in.available()).isZero();
  }

  private static Counted counted(Map<Measure, Long> measures) {
    return new Counted() {
      @Override
      public long get(Measure measure) {
        return measures.getOrDefault(measure, 0L);
      }

      @Override
      public long quantile(Quantile which) {
        return -1;
      }
    };
  }
}
