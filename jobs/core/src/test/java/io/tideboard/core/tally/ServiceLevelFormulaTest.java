// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.WireName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An hour with A = 80 answered (AT = 60 within the threshold), B = 20 abandoned (BT = 12 within the
 * threshold, BS = 5 short), F = 6 flowed out, C = 4 callbacks (CT = 3), Q = 110 offered. Beside
 * them 7 answered and 2 abandoned with an unknown wait, which are in none of the seven.
 */
class ServiceLevelFormulaTest {

  @ParameterizedTest
  @CsvSource({
    "exclude_short_abandons, 60, 95",
    "answered, 60, 80",
    "answered_and_abandoned, 60, 100",
    "with_flow_outs, 60, 106",
    "abandons_within_count, 72, 100",
    "exclude_abandons_within, 60, 88",
    "removed_within, 75, 110"
  })
  void workedExample(String name, double inTime, long of) {
    ServiceLevelFormula formula = WireName.parse(ServiceLevelFormula.class, "formula", name);
    assertThat(formula.of(hour()).getAsDouble()).isEqualTo(inTime / of);
    assertThat(formula.denominator(hour())).isEqualTo(of);
  }

  @ParameterizedTest
  @EnumSource
  void noVisitsIsNoServiceLevelAndNotHundredPercent(ServiceLevelFormula formula) {
    assertThat(formula.of(new QueueTally())).isEmpty();
  }

  @Test
  void hourOfShortAbandonsOnlyHasNoServiceLevel() {
    QueueTally tally = new QueueTally();
    tally.add(Measure.ABANDONED, 3);
    tally.add(Measure.SHORT_ABANDONED, 3);
    assertThat(ServiceLevelFormula.EXCLUDE_SHORT_ABANDONS.of(tally)).isEmpty();
  }

  private static QueueTally hour() {
    QueueTally tally = new QueueTally();
    tally.add(Measure.ANSWERED, 80 + 7);
    tally.add(Measure.ANSWERED_UNKNOWN_WAIT, 7);
    tally.add(Measure.ANSWERED_WITHIN_THRESHOLD, 60);
    tally.add(Measure.ABANDONED, 20 + 2);
    tally.add(Measure.ABANDONED_UNKNOWN_WAIT, 2);
    tally.add(Measure.ABANDONED_WITHIN_THRESHOLD, 12);
    tally.add(Measure.SHORT_ABANDONED, 5);
    tally.add(Measure.FLOWED_OUT, 6);
    tally.add(Measure.CALLBACKS, 4);
    tally.add(Measure.CALLBACKS_WITHIN_THRESHOLD, 3);
    tally.add(Measure.OFFERED, 110 + 9);
    tally.add(Measure.UNKNOWN_WAIT, 9);
    return tally;
  }
}
