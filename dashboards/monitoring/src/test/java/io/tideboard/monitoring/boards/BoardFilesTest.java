// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With {@code -Dtideboard.boards=write} the files are written first. */
class BoardFilesTest {

  private static final Path DIRECTORY = Path.of("../grafana/boards");

  @Test
  void theFilesInTheRepositoryAreWhatTheCodeSays() throws IOException {
    if ("write".equals(System.getProperty("tideboard.boards"))) {
      BoardFiles.main(new String[] {DIRECTORY.toString()});
    }
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertThat(names).isEqualTo(BoardFiles.all().keySet());
    for (String name : names) {
      assertThat(DIRECTORY.resolve(name))
          .as("to be written anew with -Dtideboard.boards=write")
          .hasContent(BoardFiles.all().get(name));
    }
  }
}
