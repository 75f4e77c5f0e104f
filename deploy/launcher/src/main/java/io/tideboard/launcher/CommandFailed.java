// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

/**
 * A command that ends with a message for its user: what was found, what was expected, and how to
 * change it. Carries no stack trace, because nothing is wrong with the program.
 */
public final class CommandFailed extends RuntimeException {

  private final int exitCode;

  private CommandFailed(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** Ends with {@link ExitCode#FAILED}. */
  public static CommandFailed because(String message) {
    return new CommandFailed(ExitCode.FAILED, message);
  }

  /** Ends with {@link ExitCode#CONFIGURATION}. */
  public static CommandFailed configuration(String message) {
    return new CommandFailed(ExitCode.CONFIGURATION, message);
  }

  /** Ends with {@link ExitCode#UNREACHABLE}. */
  public static CommandFailed unreachable(String message) {
    return new CommandFailed(ExitCode.UNREACHABLE, message);
  }

  /** Ends with {@link ExitCode#USAGE}. */
  public static CommandFailed usage(String message) {
    return new CommandFailed(ExitCode.USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
