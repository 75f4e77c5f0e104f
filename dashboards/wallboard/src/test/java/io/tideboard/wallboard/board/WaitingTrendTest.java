// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTrendTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final long MINUTE = 60 * Micros.SECOND;

  private final WaitingTrend trend = new WaitingTrend();

  @Test
  void ofEachMinuteTheMostCounts() {
    trend.tell(SALES, 100 * MINUTE + 1, 3);
    trend.tell(SALES, 100 * MINUTE + 2, 7);
    trend.tell(SALES, 100 * MINUTE + 3, 5);
    assertThat(hour(100 * MINUTE + 10)).endsWith(7).startsWith((Integer) null);
  }

  @Test
  void aMinuteOfWhichNothingWasToldIsNotNought() {
    trend.tell(SALES, 100 * MINUTE, 3);
    trend.tell(SALES, 102 * MINUTE, 0);
    assertThat(hour(103 * MINUTE)).hasSize(60).endsWith(3, null, 0, null);
  }

  @Test
  void whatIsOlderThanAnHourIsForgotten() {
    trend.tell(SALES, 100 * MINUTE, 3);
    trend.tell(SALES, 160 * MINUTE, 4);
    assertThat(hour(160 * MINUTE)).doesNotContain(3).endsWith(4);
    assertThat(hour(159 * MINUTE)).doesNotContain(3);
  }

  private List<Integer> hour(long now) {
    return trend.until(now).get(0).most();
  }
}
