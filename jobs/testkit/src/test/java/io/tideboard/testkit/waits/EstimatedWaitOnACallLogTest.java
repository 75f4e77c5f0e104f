// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tideboard.traffic.calls.CallMapping;
import io.tideboard.traffic.calls.CallRecords;
import io.tideboard.traffic.replay.EventFile;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The estimated wait against what the contacts then waited. {@code -Dwaits.calls=FILE
 * -Dwaits.mapping=FILE} judges another table of call records, {@code -Dwaits.events=FILE} a log of
 * events in order of time, one JSON object a line.
 */
class EstimatedWaitOnACallLogTest {

  private static final Path BANK = Path.of("../../../shared/data/anonymous_bank_1999-02-01_14.csv");
  private static final Path BANK_MAPPING = Path.of("../../deploy/mappings/anonymous-bank.yaml");
  private static final Instant SECOND_WEEK = Instant.parse("1999-02-07T22:00:00Z");

  /** By so much the estimate must be better than each of the naive ones. */
  private static final double A_FIFTH = 0.2;

  @Test
  void isAFifthBetterThanTheNaiveEstimatesOnTheTelephoneLinesOfASimulatedCenter() {
    Simulation days = new Simulation(Scenarios.midSizeCenter().lasting(Duration.ofDays(3)), 1);
    WaitScores voice = WaitJudgement.of(days).where(wait -> wait.key().channel().equals("voice"));
    System.out.println(voice.table());
    assertThat(voice.compared()).isGreaterThan(3000);
    isAFifthBetter(voice);
  }

  @Test
  void isAFifthBetterThanTheNaiveEstimatesInBothWeeksOfARealCallLog() {
    if (!Files.exists(BANK)) {
      String missing =
          "SKIPPED: the call log " + BANK + " is not there, nothing is proved about it";
      System.err.println(missing);
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    WaitScores scores = judged(BANK, BANK_MAPPING);
    System.out.println(scores.table());
    assertThat(scores.judged()).hasSize(14_405);
    isAFifthBetter(scores.before(SECOND_WEEK));
    isAFifthBetter(scores.from(SECOND_WEEK));
  }

  @Test
  @EnabledIfSystemProperty(named = "waits.calls", matches = ".+", disabledReason = "no log named")
  void judgesTheCallRecordsThatAreNamed() {
    String mapping = System.getProperty("waits.mapping");
    assertThat(mapping).as("-Dwaits.mapping").isNotNull();
    show(judged(Path.of(System.getProperty("waits.calls")), Path.of(mapping)));
  }

  @Test
  @EnabledIfSystemProperty(named = "waits.events", matches = ".+", disabledReason = "no log named")
  void judgesTheEventsThatAreNamed() throws IOException {
    try (EventFile file = EventFile.read(Path.of(System.getProperty("waits.events")))) {
      show(WaitJudgement.of(file));
    }
  }

  private static void show(WaitScores scores) {
    System.out.println(scores.table());
    assertThat(scores.judged()).as("answered contacts").isNotEmpty();
  }

  private static WaitScores judged(Path calls, Path mapping) {
    return WaitJudgement.of(CallRecords.read(calls, CallMapping.read(mapping)).events().iterator());
  }

  private static void isAFifthBetter(WaitScores scores) {
    assertThat(scores.gainOver("last wait")).as("gain over the last wait").isGreaterThan(A_FIFTH);
    assertThat(scores.gainOver("ASA 15 min")).as("gain over the ASA").isGreaterThan(A_FIFTH);
  }
}
