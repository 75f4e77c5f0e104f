// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.Planning;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir Path directory;

  @Test
  void aQueueSaysEverythingAboutItself() throws IOException {
    QueueConfig sales =
        queue(
            "sales",
            """
            queues:
              sales:
                channels: [voice, chat]
                threshold: 20s
                thresholds: {email: 4h}
                target: 0.9
                formula: with_flow_outs
                shortAbandon: 5s
                timeZone: Europe/Berlin
                dayStart: "06:00"
                hours: {mon-fri: "08:00-20:00", sat: "09:00-14:00"}
                interval: 30m
                shrinkage: 0.25
                maxOccupancy: 0.9
                concurrency: {chat: 3}
                atRiskShare: 0.7
            """);

    assertThat(sales.channels()).containsExactly(Channel.VOICE, Channel.CHAT);
    assertThat(sales.definition().threshold("voice")).isEqualTo(Duration.ofSeconds(20));
    assertThat(sales.definition().threshold("email")).isEqualTo(Duration.ofHours(4));
    assertThat(sales.definition().target()).isEqualTo(0.9);
    assertThat(sales.definition().formula()).isEqualTo(ServiceLevelFormula.WITH_FLOW_OUTS);
    assertThat(sales.definition().shortAbandon()).isEqualTo(Duration.ofSeconds(5));
    assertThat(sales.definition().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(sales.definition().dayStart()).isEqualTo(LocalTime.of(6, 0));
    assertThat(sales.definition().interval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(sales.definition().atRiskShare()).isEqualTo(0.7);
    assertThat(sales.definition().hours().days().get(DayOfWeek.THURSDAY))
        .isEqualTo(new OpeningHours.Times(LocalTime.of(8, 0), LocalTime.of(20, 0)));
    assertThat(sales.definition().hours().days()).doesNotContainKey(DayOfWeek.SUNDAY);
    assertThat(sales.definition().planning())
        .isEqualTo(new Planning(0.25, 0.9, Map.of("chat", 3.0)));
  }

  @Test
  void whatAQueueLeavesOutItTakesFromTheDefaults() throws IOException {
    QueueConfig sales =
        queue(
            "sales",
            """
            defaults: {threshold: 30s, thresholds: {email: 4h}, timeZone: Asia/Jerusalem}
            queues:
              sales: {target: 0.5, thresholds: {chat: 1m}}
            """);

    assertThat(sales.definition().threshold("voice")).isEqualTo(Duration.ofSeconds(30));
    assertThat(sales.definition().threshold("email")).isEqualTo(Duration.ofHours(4));
    assertThat(sales.definition().threshold("chat")).isEqualTo(Duration.ofMinutes(1));
    assertThat(sales.definition().timeZone()).isEqualTo(ZoneId.of("Asia/Jerusalem"));
    assertThat(sales.definition().target()).isEqualTo(0.5);
  }

  @Test
  void aQueueWithNothingSaidHasTheDefaults() throws IOException {
    assertThat(queue("sales", "queues:\n  sales:\n")).isEqualTo(QueueConfig.DEFAULT);
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    assertThat(load("").config()).isEqualTo(ConfigLoader.load(null, Map.of(), List.of()).config());
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndTheNearestKnownOne() {
    assertThatThrownBy(() -> load("gateway:\n  prot: 8080\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("test.yaml:2: gateway.prot: '8080'")
        .hasMessageContaining("the nearest is gateway.port");
  }

  @Test
  void anUnknownSectionIsNamed() {
    assertThatThrownBy(() -> load("gatewy:\n  port: 8080\n"))
        .hasMessageContaining("gatewy.port")
        .hasMessageContaining("the nearest is gateway.port");
  }

  @Test
  void anUnknownKeyOfAQueueIsNamed() {
    assertThatThrownBy(() -> load("queues:\n  App care:\n    treshold: 5s\n"))
        .hasMessageContaining("test.yaml:3: queues.App care.treshold: '5s'")
        .hasMessageContaining("the nearest is queues.App care.threshold");
  }

  @Test
  void everyBadValueIsNamedWithWhatWasExpected() {
    assertThatThrownBy(
            () -> load("gateway:\n  port: eighty\ndefaults:\n  target: 1.2\n  interval: 20m\n"))
        .isInstanceOf(ConfigError.class)
        .satisfies(
            error ->
                assertThat(((ConfigError) error).problems())
                    .satisfiesExactlyInAnyOrder(
                        port ->
                            assertThat(port)
                                .endsWith(
                                    "test.yaml:2: gateway.port: 'eighty':"
                                        + " expected a whole number from 0 to 65535"),
                        target -> assertThat(target).contains(":4: defaults.target: '1.2'"),
                        interval ->
                            assertThat(interval).endsWith("'20m': expected 15m, 30m or 60m")));
  }

  @Test
  void aKeyWithoutAValueIsABadValue() {
    assertThatThrownBy(() -> load("gateway:\n  port:\n"))
        .hasMessageContaining("gateway.port: nothing: expected a whole number");
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    assertThatThrownBy(() -> load("gateway:\n  port: 1\n  port: 2\n"))
        .hasMessageContaining("test.yaml:3: gateway.port: expected once, found again");
  }

  @Test
  void aSectionThatHoldsAValueIsRefused() {
    assertThatThrownBy(() -> load("gateway: 8080\n"))
        .hasMessageContaining("test.yaml:1: gateway: '8080': expected keys with values");
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLine() {
    assertThatThrownBy(() -> load("gateway:\n  port: [1\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("not YAML");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.yaml");
    assertThatThrownBy(() -> ConfigLoader.load(missing, Map.of(), List.of()))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("does not exist");
  }

  private QueueConfig queue(String name, String yaml) throws IOException {
    return load(yaml).config().queues().byName().get(name);
  }

  private ConfigLoader.Loaded load(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("test.yaml"), yaml);
    return ConfigLoader.load(file, Map.of(), List.of());
  }
}
