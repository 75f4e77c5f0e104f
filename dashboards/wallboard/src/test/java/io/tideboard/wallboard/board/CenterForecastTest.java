// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.Leads;
import io.tideboard.core.planning.Need;
import io.tideboard.core.queue.QueueKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class CenterForecastTest {

  private static final long QUARTER = 900 * Micros.SECOND;

  @Test
  void aQueuesScheduleIsForAllOfItsChannels() {
    CenterForecast.Expected expected = of(15, row("voice", 0, 7, 9), row("chat", 0, 3, 9));
    assertThat(expected.requiredAgents()).isEqualTo(10);
    assertThat(expected.scheduledAgents()).isEqualTo(9);
    assertThat(expected.p50()).isEqualTo(40);
    assertThat(expected.p90()).isEqualTo(60);
  }

  @Test
  void inALongerIntervalContactsAddUpAndAgentsAreThoseOfTheHardestPart() {
    CenterForecast.Expected expected = of(30, row("voice", 0, 7, 9), row("voice", 1, 8, 6));
    assertThat(expected.requiredAgents()).isEqualTo(8);
    assertThat(expected.scheduledAgents()).isEqualTo(6);
    assertThat(expected.p50()).isEqualTo(40);
  }

  @Test
  void withoutAScheduleNobodyIsScheduledRatherThanNought() {
    assertThat(of(15, row("voice", 0, 7, null)).scheduledAgents()).isNull();
  }

  private static CenterForecast.Expected of(int minutes, ForecastRow... rows) {
    return CenterForecast.of(List.of(rows).iterator(), minutes).expected().get(0L);
  }

  private static ForecastRow row(String channel, int quarter, int required, Integer scheduled) {
    return new ForecastRow(
        new QueueKey("sales", channel),
        15,
        new IntervalForecast(quarter * QUARTER, 20, 5, 10, 20, 30, 40, 300),
        new Need(required, required, scheduled, 0.8, 200),
        Leads.NONE,
        null,
        0);
  }
}
