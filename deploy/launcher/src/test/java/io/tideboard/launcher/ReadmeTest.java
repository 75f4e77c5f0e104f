// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReadmeTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern COMMAND = Pattern.compile("(?m)^deploy/tideboard ([^#\\n]*)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z-]+`(?: `[a-z-]+`)*) \\| ");

  @Test
  void everyCommandLineThatADocumentShowsIsUnderstood() throws IOException {
    List<String> shown = Stream.of("README.md", "deploy/README.md").flatMap(this::shown).toList();
    assertThat(shown).hasSizeGreaterThan(5);
    for (String line : shown) {
      assertThatCode(() -> Tideboard.commandLine().parseArgs(line.strip().split("\\s+")))
          .as("deploy/tideboard %s", line)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theReadmeListsEveryCommandAndNoOther() throws IOException {
    List<String> listed =
        ROW.matcher(Files.readString(ROOT.resolve("README.md")))
            .results()
            .flatMap(row -> Arrays.stream(row.group(1).replace("`", "").split(" ")))
            .toList();
    CommandLine tideboard = Tideboard.commandLine();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(tideboard.getSubcommands().keySet());
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("\nmvn verify ");
    Matcher run =
        Pattern.compile("(?m)^CI=true mvn( --[a-z-]+)* verify$")
            .matcher(Files.readString(ROOT.resolve(".ci/run")));
    assertThat(run.find()).isTrue();
  }

  private Stream<String> shown(String document) {
    try {
      return COMMAND
          .matcher(Files.readString(ROOT.resolve(document)))
          .results()
          .map(command -> command.group(1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
