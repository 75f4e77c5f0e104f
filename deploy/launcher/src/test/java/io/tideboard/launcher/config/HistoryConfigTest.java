// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.history.HistorySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryConfigTest {

  @Test
  void anAddressPutsTheHistoryIntoADatabase() {
    ConfigLoader.Loaded loaded =
        ConfigLoader.load(
            null,
            Map.of(
                "TIDEBOARD_HISTORY_URL", "jdbc:postgresql://db/board",
                "TIDEBOARD_HISTORY_USER", "board",
                "TIDEBOARD_HISTORY_PASSWORD", "hush"),
            List.of(new Setting("history.retention", "0s", "--set")));

    HistorySettings history = loaded.config().history();
    assertThat(history.database())
        .isEqualTo(new HistorySettings.Database("jdbc:postgresql://db/board", "board", "hush"));
    assertThat(history.retention()).isZero();
    assertThat(loaded.yaml()).doesNotContain("hush");
    assertThat(loaded.config().toString()).doesNotContain("hush");
  }

  @Test
  void aDirectoryAndTheMemoryForItCanBeSet() {
    List<Setting> flags =
        List.of(
            new Setting("history.dir", "/var/lib/rows", "--set"),
            new Setting("history.cache", "8MiB", "--set"));
    assertThat(ConfigLoader.load(null, Map.of(), flags).config().history())
        .isEqualTo(
            new HistorySettings(Path.of("/var/lib/rows"), null, 8 << 20, Duration.ofDays(3 * 365)));
  }

  @ParameterizedTest
  @CsvSource({
    "history.url, mysql://db/board, jdbc:postgresql://host/database",
    "history.cache, 1MiB, from 8MiB",
    "history.retention, 1h, a duration from 2d",
  })
  void aBadValueIsNamed(String key, String value, String expected) {
    List<Setting> flags = List.of(new Setting(key, value, "--set"));
    assertThatThrownBy(() -> ConfigLoader.load(null, Map.of(), flags))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining(key)
        .hasMessageContaining(expected);
  }
}
