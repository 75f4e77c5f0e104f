// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrecedenceTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void file() throws IOException {
    file =
        Files.writeString(
            directory.resolve("test.yaml"),
            "gateway: {port: 1001, maxEvents: 11}\nqueues:\n  App care: {threshold: 1m}\n");
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFileWhichBeatsTheDefault() {
    Map<String, String> environment = Map.of("TIDEBOARD_GATEWAY_PORT", "1002");
    List<Setting> flags = List.of(Setting.parse("gateway.port=1003"));

    assertThat(load(environment, flags).gateway().port()).isEqualTo(1003);
    assertThat(load(environment, List.of()).gateway().port()).isEqualTo(1002);
    assertThat(load(Map.of(), List.of()).gateway().port()).isEqualTo(1001);
    assertThat(ConfigLoader.load(null, Map.of(), List.of()).config().gateway().port())
        .isEqualTo(8080);
  }

  @Test
  void theLaterOfTwoFlagsHolds() {
    List<Setting> flags =
        List.of(
            Setting.parse("gateway.port=1"), new Setting("gateway.port", "2", "--gateway-port"));
    assertThat(load(Map.of(), flags).gateway().port()).isEqualTo(2);
  }

  @Test
  void aVariableMayPartTheWordsOfAKeyOrNot() {
    assertThat(load(Map.of("TIDEBOARD_GATEWAY_MAX_EVENTS", "7"), List.of()).gateway().maxEvents())
        .isEqualTo(7);
    assertThat(load(Map.of("TIDEBOARD_GATEWAY_MAXEVENTS", "8"), List.of()).gateway().maxEvents())
        .isEqualTo(8);
  }

  @Test
  void aVariableReachesTheThresholdOfAQueueOnAChannel() {
    Map<String, String> environment = Map.of("TIDEBOARD_QUEUES_APP_CARE_THRESHOLDS_EMAIL", "2h");
    assertThat(appCare(environment, List.of()).threshold("email")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aFlagReachesAQueueWhoseNameHasBlanksAndDots() {
    List<Setting> flags =
        List.of(
            Setting.parse("queues.App care.threshold=90s"),
            Setting.parse("queues.App care.thresholds.email=3h"),
            Setting.parse("queues.Store No. 7.threshold=2m"));
    assertThat(appCare(Map.of(), flags).threshold("app")).isEqualTo(Duration.ofSeconds(90));
    assertThat(appCare(Map.of(), flags).threshold("email")).isEqualTo(Duration.ofHours(3));
    assertThat(load(Map.of(), flags).queues().catalog().of("Store No. 7").threshold("voice"))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(load(Map.of("TIDEBOARD_GATEWAY_PORT", ""), List.of()).gateway().port())
        .isEqualTo(1001);
  }

  @Test
  void aMisspeltVariableIsNamedWithTheNearestOne() {
    assertThatThrownBy(() -> load(Map.of("TIDEBOARD_GATEWAY_PROT", "1"), List.of()))
        .isInstanceOf(ConfigError.class)
        .hasMessage(
            "TIDEBOARD_GATEWAY_PROT: '1': expected a variable that names a known key,"
                + " the nearest is TIDEBOARD_GATEWAY_PORT");
  }

  @Test
  void aBadValueOfAVariableNamesTheVariable() {
    assertThatThrownBy(() -> load(Map.of("TIDEBOARD_WALLBOARD_PORT", "99999"), List.of()))
        .hasMessageStartingWith("TIDEBOARD_WALLBOARD_PORT: wallboard.port: '99999'");
  }

  @Test
  void aBadValueOfAFlagNamesTheFlag() {
    Setting flag = new Setting("gateway.port", "x", "--gateway-port");
    assertThatThrownBy(() -> load(Map.of(), List.of(flag)))
        .hasMessageStartingWith("--gateway-port: gateway.port: 'x'");
  }

  @Test
  void aMisspeltFlagIsNamed() {
    assertThatThrownBy(() -> load(Map.of(), List.of(Setting.parse("gateway.prot=1"))))
        .hasMessageContaining("--set: gateway.prot: '1'")
        .hasMessageContaining("gateway.port");
  }

  @Test
  void aSettingWithoutAValueIsRefused() {
    assertThatThrownBy(() -> Setting.parse("gateway.port"))
        .hasMessage("--set: 'gateway.port': expected section.key=value");
  }

  @Test
  void otherPeoplesVariablesAreIgnored() {
    assertThat(load(Map.of("GATEWAY_PORT", "5", "HOME", "/"), List.of()).gateway().port())
        .isEqualTo(1001);
  }

  private io.tideboard.core.queue.QueueDefinition appCare(
      Map<String, String> environment, List<Setting> flags) {
    return load(environment, flags).queues().catalog().of("App care");
  }

  private TideboardConfig load(Map<String, String> environment, List<Setting> flags) {
    return ConfigLoader.load(file, environment, flags).config();
  }
}
