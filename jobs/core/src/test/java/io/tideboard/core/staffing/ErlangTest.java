// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangTest {

  /** One part in 10^9. */
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "4.461,10", "84.06,100", "180,200", "0.01,30", "900,850"})
  void blockingIsExactToOnePartInABillion(double load, int servers) {
    assertThat(ErlangB.blocking(load, servers))
        .isCloseTo(BirthDeath.blocking(load, servers), EXACT);
  }

  @Test
  void theFewestLinesThatBlockLittleEnoughAreFound() {
    assertThat(ErlangB.servers(10, 0.02)).isEqualTo(17);
    assertThat(ErlangB.servers(1, 0.2)).isEqualTo(2);
    assertThat(ErlangB.servers(0, 0.01)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "100,1800,180,14,19.8",
    "100,1800,180,15,20",
    "210,3600,180,13,20",
    "360,1800,240,55,15",
    "48,60,60,50,5",
    "3,1800,300,1,60",
    "600,1800,200,90,10"
  })
  void patientCustomersWaitAsTheStatesSay(
      double contacts, double interval, double aht, int agents, double threshold) {
    Workload work = new Workload(contacts, interval, aht);
    ErlangC model = new ErlangC(work, agents);
    BirthDeath.Figures exact =
        new BirthDeath(work.load(), agents, aht, Double.POSITIVE_INFINITY).figures(threshold);

    assertThat(model.probabilityOfWait()).isCloseTo(exact.delayed(), EXACT);
    assertThat(model.queueLength()).isCloseTo(exact.queue(), EXACT);
    assertThat(model.serviceLevel(threshold)).isCloseTo(exact.serviceLevel(), EXACT);
    assertThat(model.meanWaitSeconds())
        .isCloseTo(exact.queue() / contacts * interval, EXACT)
        .isEqualTo(model.waitOfAnsweredSeconds());
    assertThat(model.occupancy()).isEqualTo(work.load() / agents);
    assertThat(model.abandonRate()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "100,1800,180,300,14,20",
    "210,3600,180,300,13,20",
    "210,3600,180,300,9,20",
    "48,60,60,120,50,20",
    "1,18,300,180,18,20",
    "1,1.8,240,120,130,20",
    "1,30,600,300,20,30",
    "1,9,180,90,18,20",
    "5,1800,300,30,1,60",
    "400,1800,300,600,50,120",
    "2,1800,120,3600,4,10"
  })
  void customersGiveUpAsTheStatesSay(
      double contacts, double interval, double aht, double patience, int agents, double in) {
    Workload work = new Workload(contacts, interval, aht);
    ErlangA model = new ErlangA(work, agents, patience);
    BirthDeath.Figures exact = new BirthDeath(work.load(), agents, aht, patience).figures(in);
    double wait = exact.queue() / contacts * interval;

    assertThat(model.probabilityOfWait()).isCloseTo(exact.delayed(), EXACT);
    assertThat(model.serviceLevel(in)).isCloseTo(exact.serviceLevel(), EXACT);
    assertThat(model.meanWaitSeconds()).isCloseTo(wait, EXACT);
    assertThat(model.abandonRate()).isCloseTo(wait / patience, EXACT);
    assertThat(model.occupancy()).isCloseTo(work.load() * (1 - wait / patience) / agents, EXACT);
  }

  @Test
  void whoeverIsAnsweredInTheEndIsAnsweredWithinAVeryLongTime() {
    for (int agents : new int[] {1, 8, 14, 40}) {
      ErlangA model = new ErlangA(new Workload(100, 1800, 180), agents, 240);

      assertThat(model.serviceLevel(1e7)).isCloseTo(1 - model.abandonRate(), EXACT);
      assertThat(model.serviceLevel(0)).isCloseTo(1 - model.probabilityOfWait(), within(1e-12));
    }
  }

  @Test
  void theAnsweredWaitNoLongerThanAll() {
    ErlangA model = new ErlangA(new Workload(100, 1800, 180), 14, 300);
    // E[W] = P(answered)·E[W | answered] + P(abandoned)·E[W | abandoned], by Simpson's rule.
    double n = 20_000;
    double sum = 0;
    double whole = 0;
    for (int i = 0; i <= n; i++) {
      double v = i * 4000 / n;
      double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
      double density = Math.exp(-100 / 6.0 * Math.expm1(-v / 300) - 14 / 180.0 * v);
      sum += weight * v * density * Math.exp(-v / 300);
      whole += weight * density;
    }
    double exact = sum / whole * model.probabilityOfWait() / (1 - model.abandonRate());

    assertThat(model.waitOfAnsweredSeconds()).isCloseTo(exact, EXACT);
    assertThat(model.waitOfAnsweredSeconds()).isLessThan(model.meanWaitSeconds());
  }

  @Test
  void withEndlessPatienceErlangAIsErlangC() {
    Workload work = new Workload(100, 1800, 180);
    WaitingModel patient = new ErlangA(work, 14, 1e9);
    WaitingModel endless = WaitingModel.of(work, 14, Double.POSITIVE_INFINITY);

    assertThat(endless).isInstanceOf(ErlangC.class);
    assertThat(patient.serviceLevel(20))
        .isCloseTo(endless.serviceLevel(20), Percentage.withPercentage(1e-4));
    assertThat(patient.meanWaitSeconds())
        .isCloseTo(endless.meanWaitSeconds(), Percentage.withPercentage(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"1000,1050,0.0744018", "10000,10100,0.224763", "100000,100300,0.24493"})
  void aHundredThousandAgentsOverflowNothing(double load, int agents, double wait) {
    Workload work = new Workload(load, 1, 1);

    assertThat(new ErlangC(work, agents).probabilityOfWait())
        .isCloseTo(wait, Percentage.withPercentage(3e-4));
    ErlangA impatient = new ErlangA(work, agents, 2);
    assertThat(impatient.probabilityOfWait()).isBetween(0.05, wait);
    assertThat(impatient.serviceLevel(1e6)).isCloseTo(1 - impatient.abandonRate(), EXACT);
  }

  @Test
  void overloadIsAnAnswer() {
    Workload work = new Workload(100, 1800, 180);
    WaitingModel hopeless = new ErlangC(work, 10);
    WaitingModel thinned = new ErlangA(new Workload(1_000_000, 1, 1), 1000, 5);

    assertThat(hopeless.stable()).isFalse();
    assertThat(hopeless.probabilityOfWait()).isEqualTo(1);
    assertThat(hopeless.serviceLevel(20)).isZero();
    assertThat(hopeless.meanWaitSeconds()).isInfinite().isPositive();
    assertThat(hopeless.queueLength()).isInfinite().isPositive();
    assertThat(hopeless.occupancy()).isEqualTo(1);
    assertThat(thinned.stable()).isTrue();
    assertThat(thinned.abandonRate()).isCloseTo(0.999, EXACT);
    assertThat(thinned.occupancy()).isCloseTo(1, EXACT);
    assertThat(thinned.serviceLevel(20)).isBetween(0.0, 0.001);
  }

  @Test
  void withoutAgentsEverybodyGivesUp() {
    ErlangA model = new ErlangA(new Workload(100, 1800, 180), 0, 300);

    assertThat(model.abandonRate()).isCloseTo(1, EXACT);
    assertThat(model.meanWaitSeconds()).isCloseTo(300, EXACT);
    assertThat(model.serviceLevel(20)).isZero();
    assertThat(model.occupancy()).isNaN();
    assertThat(model.waitOfAnsweredSeconds()).isNaN();
    assertThat(new ErlangC(new Workload(1, 1800, 180), 0).occupancy()).isNaN();
  }

  @Test
  void whereNoContactComesNothingIsSaidOfContacts() {
    WaitingModel idle = WaitingModel.of(new Workload(0, 1800, 180), 3, 300);

    assertThat(idle.serviceLevel(20)).isNaN();
    assertThat(idle.probabilityOfWait()).isNaN();
    assertThat(idle.meanWaitSeconds()).isNaN();
    assertThat(idle.waitOfAnsweredSeconds()).isNaN();
    assertThat(idle.abandonRate()).isNaN();
    assertThat(idle.occupancy()).isZero();
    assertThat(idle.queueLength()).isZero();
    assertThat(idle.stable()).isTrue();
    assertThat(WaitingModel.of(new Workload(0, 1800, 180), 0, 300).occupancy()).isNaN();
  }

  @Test
  void moreAgentsThanAnybodyNeedsLeaveNobodyWaiting() {
    ErlangA model = new ErlangA(new Workload(1, 1800, 180), 400, 300);

    assertThat(model.probabilityOfWait()).isZero();
    assertThat(model.serviceLevel(0)).isEqualTo(1);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsValue() {
    assertThatThrownBy(() -> new Workload(-1, 1800, 180))
        .hasMessage("-1.0 as contacts: expected 0 or more");
    assertThatThrownBy(() -> new Workload(1e9, 1, 180)).hasMessageContaining("1.8E11");
    assertThatThrownBy(() -> new ErlangA(new Workload(1, 1800, 180), 1, 0))
        .hasMessage("0.0 as patienceSeconds: expected more than 0");
  }
}
