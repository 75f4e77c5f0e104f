// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/tideboard.yaml}, which documents every key with its default. */
class ShippedConfigTest {

  private static final Path SHIPPED = Path.of("..", "tideboard.yaml");

  @TempDir Path directory;

  @Test
  void saysTheDefaults() {
    TideboardConfig shipped = load(SHIPPED).config();
    TideboardConfig builtIn = ConfigLoader.load(null, Map.of(), List.of()).config();

    assertThat(shipped.kafka()).isEqualTo(builtIn.kafka());
    assertThat(shipped.events()).isEqualTo(builtIn.events());
    assertThat(shipped.gateway()).isEqualTo(builtIn.gateway());
    assertThat(shipped.job()).isEqualTo(builtIn.job());
    assertThat(shipped.wallboard()).isEqualTo(builtIn.wallboard());
    assertThat(shipped.embedded()).isEqualTo(builtIn.embedded());
    assertThat(shipped.queues().defaults()).isEqualTo(builtIn.queues().defaults());
  }

  @Test
  void documentsEveryKey() throws IOException {
    String documented = Files.readString(SHIPPED);
    String every = ConfigLoader.load(null, Map.of(), List.of()).yaml();
    Pattern.compile("(?m)^( *\\w+):")
        .matcher(every)
        .results()
        .forEach(key -> assertThat(documented).contains("\n" + key.group(1) + ":"));
  }

  @Test
  void whatIsPrintedIsReadBackAsTheSame() throws IOException {
    ConfigLoader.Loaded shipped = load(SHIPPED);
    Path printed = Files.writeString(directory.resolve("printed.yaml"), shipped.yaml());

    assertThat(load(printed)).isEqualTo(shipped);
  }

  private static ConfigLoader.Loaded load(Path file) {
    return ConfigLoader.load(file, Map.of(), List.of());
  }
}
