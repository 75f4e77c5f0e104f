// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that tests need and that the build does not bring. */
final class OutsideTool {

  private OutsideTool() {}

  /** Where it is; without it the test fails in continuous integration and is skipped elsewhere. */
  static Path at(String path) {
    Path tool = Path.of(path);
    if (!Files.isExecutable(tool)) {
      String message = path + " is missing: what needs it is NOT TESTED";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println("SKIPPED: " + message);
      abort(message);
    }
    return tool;
  }
}
