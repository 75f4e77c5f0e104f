// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import io.tideboard.launcher.config.ConfigError;
import io.tideboard.traffic.BadFile;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Turns what a command throws into a message and an exit code; a stack trace is for faults. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof ConfigError error) {
      error.problems().forEach(err::println);
      return ExitCode.CONFIGURATION;
    }
    if (failure instanceof CommandFailed failed) {
      err.println(failed.getMessage());
      return failed.exitCode();
    }
    if (failure instanceof BadFile bad) {
      err.println(bad.getMessage());
      return ExitCode.FAILED;
    }
    if (failure instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    err.println("Tideboard failed: " + failure);
    if (Verbosity.isVerbose()) {
      failure.printStackTrace(err);
    } else {
      err.println("--verbose shows where.");
    }
    return ExitCode.FAILED;
  }
}
