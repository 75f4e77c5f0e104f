// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.staffing.StaffingTerms.Working;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {

  private static final Workload HUNDRED =
      Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
  private static final StaffingTerms EIGHTY_TWENTY = StaffingTerms.of(20, 0.8);

  @Test
  void theFewestAgentsThatKeepThePromiseAreFoundFromAnyGuess() {
    for (double contacts = 0.3; contacts < 3000; contacts *= 1.7) {
      for (double patience : new double[] {20, 300, Double.POSITIVE_INFINITY}) {
        Workload work = new Workload(contacts, 1800, 240);
        StaffingTerms terms = EIGHTY_TWENTY.withPatience(patience);
        int agents = Staffing.need(work, terms).requiredAgents();

        assertThat(Staffing.at(work, terms, agents).serviceLevel(20)).isGreaterThanOrEqualTo(0.8);
        assertThat(Staffing.at(work, terms, agents - 1).serviceLevel(20)).isLessThan(0.8);
        for (int guess : new int[] {0, 1, agents - 1, agents, agents + 1, 3 * agents}) {
          assertThat(Staffing.need(work, terms, guess).requiredAgents()).isEqualTo(agents);
        }
      }
    }
  }

  @Test
  void theOccupancyCapAsksForMore() {
    StaffingTerms capped = EIGHTY_TWENTY.with(new Working(1, 0.3, 0.7));
    StaffingNeed need = Staffing.need(HUNDRED, capped);

    assertThat(need.requiredAgents()).isEqualTo(15);
    assertThat(need.scheduledAgents()).isEqualTo(22);
  }

  @Test
  void theMeanWaitMayBeThePromise() {
    Workload work = new Workload(200, 3600, 180);

    assertThat(
            Staffing.needForWait(work, 120, Double.POSITIVE_INFINITY, Working.PLAIN)
                .requiredAgents())
        .isEqualTo(12);
  }

  @Test
  void twoChatsAtATimeHalveTheAgents() {
    StaffingTerms chats = EIGHTY_TWENTY.with(new Working(2, 0, 1));
    StaffingNeed one = Staffing.need(HUNDRED, EIGHTY_TWENTY);
    StaffingNeed two = Staffing.need(HUNDRED, chats);

    assertThat(two.exact()).isEqualTo(one.exact() / 2);
    assertThat(two.requiredAgents()).isEqualTo(7);
    assertThat(Staffing.at(HUNDRED, chats, 7).serviceLevel(20))
        .isEqualTo(Staffing.at(HUNDRED, EIGHTY_TWENTY, 14).serviceLevel(20));
  }

  @Test
  void fractionsAreAddedBeforeTheyAreRounded() {
    List<StaffingNeed> tenths = Collections.nCopies(10, StaffingNeed.of(0.1, 0));

    assertThat(StaffingNeed.total(tenths).requiredAgents()).isEqualTo(1);
    assertThat(StaffingNeed.total(List.of())).isEqualTo(StaffingNeed.NONE);
  }

  @Test
  void oneQueueNeedsFewerAgentsThanThree() {
    Pooling pooling = Pooling.of(Collections.nCopies(3, HUNDRED), EIGHTY_TWENTY);

    assertThat(pooling.separate().requiredAgents()).isEqualTo(42);
    assertThat(pooling.pooled().requiredAgents())
        .isEqualTo(Staffing.need(new Workload(300, 1800, 180), EIGHTY_TWENTY).requiredAgents());
    assertThat(pooling.saves()).isEqualTo(7);
  }

  @Test
  void pooledHandleTimeIsWeightedByContacts() {
    Pooling pooling =
        Pooling.of(
            List.of(new Workload(90, 1800, 100), new Workload(10, 1800, 900)), EIGHTY_TWENTY);

    assertThat(pooling.pooled())
        .isEqualTo(Staffing.need(new Workload(100, 1800, 180), EIGHTY_TWENTY));
    assertThat(Pooling.of(List.of(new Workload(0, 1800, 100)), EIGHTY_TWENTY).pooled())
        .isEqualTo(StaffingNeed.NONE);
    assertThatThrownBy(
            () ->
                Pooling.of(
                    List.of(new Workload(1, 1800, 9), new Workload(1, 900, 9)), EIGHTY_TWENTY))
        .hasMessageContaining("expected an interval of 1800.0 s");
  }

  @Test
  void patienceIsTheTimeWaitedPerContactThatGaveUp() {
    ErlangA model = new ErlangA(HUNDRED, 14, 348);

    assertThat(
            Patience.seconds(1e9 * model.meanWaitSeconds(), Math.round(1e9 * model.abandonRate())))
        .isCloseTo(348, within(1e-3));
    assertThat(Patience.seconds(100, 0)).isInfinite();
    assertThat(Patience.seconds(0, 3)).isInfinite();
  }

  @Test
  void aPromiseThatNobodyCanKeepIsRefusedRatherThanSoughtForEver() {
    assertThatThrownBy(
            () -> Staffing.needForWait(HUNDRED, -1, Double.POSITIVE_INFINITY, Working.PLAIN))
        .hasMessageContaining("expected a goal");
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> StaffingTerms.of(20, 80))
        .hasMessage("80.0 as target: expected a share above 0, up to 1");
    assertThatThrownBy(() -> new Working(0.5, 0, 1)).hasMessageContaining("concurrency");
    assertThatThrownBy(() -> new Working(1, 1, 1)).hasMessageContaining("shrinkage");
    assertThatThrownBy(() -> EIGHTY_TWENTY.withPatience(0)).hasMessageContaining("patience");
  }
}
