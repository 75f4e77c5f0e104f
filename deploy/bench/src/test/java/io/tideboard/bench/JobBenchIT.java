// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The bench itself, on a log far too short to say anything. */
final class JobBenchIT {

  @Test
  void everyFigureIsOneObjectALine() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      int exitCode =
          new CommandLine(new BenchCommand())
              .execute("job", "--events", "20000", "--rounds", "1", "--json");
      assertThat(exitCode).isZero();
    } finally {
      System.setOut(usual);
    }

    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"name\":\"job.ceiling\",\"value\":"),
            line ->
                assertThat(line)
                    .startsWith("{\"name\":\"job.live\",\"value\":")
                    .contains("\"ratioTo\":\"job.ceiling\",\"ratio\":"),
            line -> assertThat(line).startsWith("{\"name\":\"job.ceiling.cpu\",\"value\":"),
            line -> assertThat(line).startsWith("{\"name\":\"job.live.cpu\",\"value\":"));
  }
}
