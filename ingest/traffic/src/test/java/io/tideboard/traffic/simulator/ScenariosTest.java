// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.traffic.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {

  private static final String SMALL =
      """
      start: "2026-03-02T00:00:00+01:00"
      length: 24h
      timeZone: Europe/Berlin
      dayVariation: 0.1
      customers: 100
      queues:
        - name: Help
          channel: voice
          arrivals: {perHour: {"08:00": 10}}
          handling: {mean: 3m}
      teams:
        - {name: All, agents: 2, lines: [Help/voice], shifts: ["08:00"]}
      """;

  @TempDir Path directory;

  @Test
  void aFileDescribesACenter() throws IOException {
    Scenario scenario = read(SMALL);
    assertThat(scenario.queues()).extracting(QueueProfile::line).containsExactly("Help/voice");
    assertThat(new SimulatedLog(scenario, 1).stillWaiting).isEmpty();
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestKnownOne() {
    assertThatThrownBy(() -> read(SMALL.replace("customers:", "custmers:")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("center.yaml:5:")
        .hasMessageContaining("unknown key 'custmers', did you mean 'customers'?");
  }

  @Test
  void aDurationThatIsNoneIsShownWithWhatWasExpected() {
    assertThatThrownBy(() -> read(SMALL.replace("mean: 3m", "mean: soon")))
        .hasMessageContaining("center.yaml:10:")
        .hasMessageContaining(
            "'soon' in queues[0].handling.mean: expected a duration such as 20s, 15m or 1h30m");
  }

  @Test
  void aChannelThatIsNoneIsAnsweredWithAllThatAre() {
    assertThatThrownBy(() -> read(SMALL.replace("channel: voice", "channel: phone")))
        .hasMessageContaining("'phone' in queues[0].channel: expected one of voice, email");
  }

  @Test
  void aLineThatNobodyServesIsRefused() {
    assertThatThrownBy(() -> read(SMALL.replace("Help/voice", "Help/chat")))
        .hasMessageContaining("line 'Help/chat' is not described, did you mean 'Help/voice'?");
  }

  @Test
  void aNegativeRateIsRefused() {
    assertThatThrownBy(() -> read(SMALL.replace("{\"08:00\": 10}", "{\"08:00\": -1}")))
        .hasMessageContaining("'-1.0' in perHour.08:00: expected a number of at least 0");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = directory.resolve("none.yaml");
    assertThatThrownBy(() -> Scenarios.read(missing)).hasMessageContaining("none.yaml");
  }

  private Scenario read(String yaml) throws IOException {
    Path file = directory.resolve("center.yaml");
    Files.writeString(file, yaml);
    return Scenarios.read(file);
  }
}
