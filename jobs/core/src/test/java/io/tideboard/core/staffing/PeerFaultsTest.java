// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.staffing.StaffingTerms.Working;
import org.junit.jupiter.api.Test;

/** What other staffing calculators get wrong. */
class PeerFaultsTest {

  private static final StaffingTerms EIGHTY_TWENTY = StaffingTerms.of(20, 0.8);

  @Test
  void manyImpatientCustomersDoNotUnderflow() {
    ErlangA model = new ErlangA(new Workload(2400, 1800, 240), 330, 180);

    assertThat(model.serviceLevel(600)).isCloseTo(0.9887, within(5e-5));
  }

  @Test
  void oneAgentIsEnoughWhereOneKeepsThePromise() {
    Workload work = new Workload(7.2, 3600, 300);

    assertThat(new ErlangC(work, 1).serviceLevel(3600)).isCloseTo(0.995, within(1e-4));
    assertThat(Staffing.need(work, StaffingTerms.of(3600, 0.99)).requiredAgents()).isEqualTo(1);
  }

  @Test
  void anOccupancyThatIsExactlyTheCapIsAllowed() {
    Workload work = new Workload(12, 1800, 360);
    StaffingTerms capped = StaffingTerms.of(1800, 0.5).with(new Working(1, 0, 0.8));

    assertThat(work.load() / 0.8).isCloseTo(3, within(1e-12));
    assertThat(Staffing.need(work, capped).requiredAgents()).isEqualTo(3);
  }

  @Test
  void noCallsNeedNobody() {
    assertThat(Staffing.need(new Workload(0, 1800, 180), EIGHTY_TWENTY))
        .isEqualTo(StaffingNeed.NONE);
    assertThat(
            Staffing.need(new Workload(0, 1800, 180), EIGHTY_TWENTY.withPatience(60))
                .scheduledAgents())
        .isZero();
  }

  @Test
  void moreThanTwentyAgentsAreNoTrouble() {
    assertThat(new ErlangC(new Workload(25, 1, 1), 30).serviceLevel(0.1))
        .isCloseTo(
            1 - new ErlangC(new Workload(25, 1, 1), 30).probabilityOfWait() * 0.60653066,
            within(1e-8));
    assertThat(new ErlangC(new Workload(150, 1, 1), 172).probabilityOfWait()).isBetween(0.0, 0.1);
  }

  @Test
  void overloadHasNoNegativeWait() {
    ErlangC model = new ErlangC(new Workload(100, 1, 1), 90);

    assertThat(model.meanWaitSeconds()).isPositive();
    assertThat(model.queueLength()).isPositive();
    assertThat(model.serviceLevel(20)).isZero();
  }

  @Test
  void shrinkageOfThreeTenthsOfFourteenIsTwenty() {
    StaffingTerms terms = StaffingTerms.of(19.8, 0.8).with(new Working(1, 0.3, 0.85));
    StaffingNeed need = Staffing.need(new Workload(100, 1800, 180), terms);

    assertThat(need.requiredAgents()).isEqualTo(14);
    assertThat(need.scheduledAgents()).isEqualTo(20);
  }

  @Test
  void twentyTwoAgentsAreFoundWhereOthersSayTwentyThree() {
    StaffingTerms terms = StaffingTerms.of(5, 0.999).with(new Working(1, 0, 0.9));

    assertThat(Staffing.need(new Workload(100, 1800, 180), terms).requiredAgents()).isEqualTo(22);
  }
}
