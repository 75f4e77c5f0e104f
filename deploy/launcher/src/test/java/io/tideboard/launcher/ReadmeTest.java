// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern COMMAND = Pattern.compile("(?m)^deploy/tideboard ([^#\\n]*)");

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
  void theReadmeNamesEveryCommandThatDoesSomething() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(Tideboard.commandLine().getSubcommands().keySet())
        .filteredOn(command -> !command.equals("version"))
        .allSatisfy(command -> assertThat(readme).containsPattern("\\b" + command + "\\b"));
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("\nmvn verify ");
    Matcher run =
        Pattern.compile("(?m)^mvn( --[a-z-]+)* verify$")
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
