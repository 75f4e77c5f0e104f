// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.http.SizeLimits;
import io.tideboard.gateway.http.Timeouts;
import io.tideboard.gateway.spool.SpoolSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsConfigTest {

  @TempDir Path directory;

  @Test
  void everyLimitOfTheGatewayCanBeSet() throws IOException {
    TideboardConfig config =
        load(
            """
            gateway:
              maxDepth: 8
              limits:
                requestLine: 1KiB
                headers: 2KiB
                body: 3KiB
                batch: 4KiB
                gzipRatio: 5
                connections: 6
                connectionsPerAddress: 7
                bytesUnderWay: 8MiB
                bytesUnderWayPerAddress: 9 MiB
                pipelined: 10
              timeouts: {head: 11s, request: 12s, idle: 13s, close: 14s}
            spool: {dir: /var/spool/tideboard, maxBytes: 2GiB}
            """);

    assertThat(config.gateway().maxDepth()).isEqualTo(8);
    assertThat(config.gateway().limits())
        .isEqualTo(
            new Limits(
                new SizeLimits(1024, 2048, 3072, 4096, 5),
                new LoadLimits(6, 7, 8L << 20, 9L << 20, 10),
                new Timeouts(
                    Duration.ofSeconds(11),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(13),
                    Duration.ofSeconds(14))));
    assertThat(config.spool())
        .isEqualTo(new SpoolSettings(Path.of("/var/spool/tideboard"), 2L << 30));
  }

  @Test
  void whatIsNotSetIsAsTheGatewayHasIt() throws IOException {
    TideboardConfig config = load("gateway: {port: 0}");

    assertThat(config.gateway().limits()).isEqualTo(Limits.DEFAULT);
    assertThat(config.spool()).isNull();
  }

  @Test
  void aVariableSetsALimit() {
    Map<String, String> variables =
        Map.of("TIDEBOARD_GATEWAY_LIMITS_GZIP_RATIO", "7", "TIDEBOARD_SPOOL_DIR", "spool");
    TideboardConfig config = ConfigLoader.load(null, variables, List.of()).config();

    assertThat(config.gateway().limits().sizes().gzipRatio()).isEqualTo(7);
    assertThat(config.spool()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "gateway.limits.body, 0, bytes such as 4096",
    "gateway.limits.batch, 5MB, bytes such as 4096",
    "gateway.limits.headers, 2GiB, from 1 to 1MiB",
    "gateway.limits.pipelined, many, a whole number from 1 to 10000",
    "gateway.maxDepth, 5, a whole number from 6 to 1000",
    "gateway.timeouts.head, 0s, a duration from 1ms to 1h",
    "spool.maxBytes, 1MiB, from 64MiB",
  })
  void aBadLimitIsNamed(String key, String value, String expected) {
    List<Setting> flags = List.of(new Setting(key, value, "--set"));
    assertThatThrownBy(() -> ConfigLoader.load(null, Map.of(), flags))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining(key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining(expected);
  }

  private TideboardConfig load(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("tideboard.yaml"), yaml);
    return ConfigLoader.load(file, Map.of(), List.of()).config();
  }
}
