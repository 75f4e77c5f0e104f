// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that tests need and that the build does not bring. */
enum OutsideTool {
  PROMETHEUS("/usr/bin/prometheus"),
  PROMTOOL("/usr/bin/promtool"),
  ALERTMANAGER("/usr/bin/prometheus-alertmanager"),
  AMTOOL("/usr/bin/amtool");

  private final String path;

  OutsideTool(String path) {
    this.path = path;
  }

  /** Where it is; without it the test fails in continuous integration and is skipped elsewhere. */
  String path() {
    if (!Files.isExecutable(Path.of(path))) {
      String message = path + " is missing: what needs it is NOT TESTED";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println("SKIPPED: " + message);
      abort(message);
    }
    return path;
  }

  /** How it ended, and what it said. */
  record Said(int exitCode, String text) {}

  /** Runs it in that directory, to its end. */
  Said run(Path directory, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(path()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}
