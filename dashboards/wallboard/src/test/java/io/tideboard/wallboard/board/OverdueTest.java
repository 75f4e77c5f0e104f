// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final long THRESHOLD = 20 * Micros.SECOND;

  @Test
  void whoIsPastTheThresholdAndNotSettledWaits() {
    List<Breach> told =
        List.of(
            told("a", 5, BreachKind.AT_RISK),
            told("a", 5, BreachKind.BREACH),
            told("b", 0, BreachKind.BREACH),
            told("c", 1, BreachKind.BREACH),
            told("c", 1, BreachKind.RESOLVED));
    List<Overdue> overdue = Overdue.of(told, 600 * Micros.SECOND);
    assertThat(overdue).extracting(Overdue::interaction).containsExactly("b", "a");
    assertThat(overdue).allMatch(Overdue::breached);
    assertThat(overdue.get(1).since()).isEqualTo(5 * Micros.SECOND);
  }

  @Test
  void whoIsAtRiskIsListedUntilThePromiseWouldBreak() {
    List<Breach> told = List.of(told("a", 0, BreachKind.AT_RISK));
    assertThat(Overdue.of(told, 19 * Micros.SECOND)).singleElement().matches(it -> !it.breached());
    assertThat(Overdue.of(told, THRESHOLD)).isEmpty();
  }

  @Test
  void twoVisitsOfOneContactAreTwoPromises() {
    List<Breach> told =
        List.of(
            told("a", 0, BreachKind.BREACH),
            told("a", 0, BreachKind.RESOLVED),
            told("a", 90, BreachKind.BREACH));
    assertThat(Overdue.of(told, 200 * Micros.SECOND))
        .singleElement()
        .matches(it -> it.since() == 90 * Micros.SECOND);
  }

  private static Breach told(String who, int beginSeconds, BreachKind kind) {
    long begin = beginSeconds * Micros.SECOND;
    return new Breach(
        kind, PromiseKind.WAIT, who, SALES, begin, begin + THRESHOLD, THRESHOLD, THRESHOLD);
  }
}
