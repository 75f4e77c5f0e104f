// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.access.KeyHash;
import io.tideboard.gateway.access.AccessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    assertThat(shipped.history()).isEqualTo(builtIn.history());
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

  /** Sources that are shown behind comment signs, because nobody has these. */
  @Test
  void everyExampleIsUnderstood() throws IOException {
    String[] beforeAndAfter = Files.readString(SHIPPED).split("\nsources: \\{}\n", -1);
    String sources =
        beforeAndAfter[1]
            .lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));
    String gateway =
        beforeAndAfter[0]
            .lines()
            .filter(line -> line.matches("  # (publicUrl|tls|jwt): .*"))
            .map(line -> line.replace("# ", ""))
            .collect(Collectors.joining("\n"));
    String written =
        ("gateway:\n" + gateway + "\nsources:\n" + sources + "\n")
            .replace("\"...\"", "a secret of sixteen or more")
            .replace("sha256:5f3a...", KeyHash.of("one").text())
            .replace("sha256:90c1...", KeyHash.of("two").text());

    AccessSettings access =
        load(Files.writeString(directory.resolve("examples.yaml"), written)).config().access();

    assertThat(access.sources()).containsOnlyKeys("crm", "desk", "pbx", "old-pbx", "switch");
    assertThat(access.connections()).hasSize(3);
    assertThat(access.tls()).isNotNull();
    assertThat(access.jwt()).isNotNull();
    assertThat(access.publicUrl()).isNotNull();
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
