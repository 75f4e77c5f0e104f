// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The flags of every command. */
final class CommonFlags {

  static final String HELP = "--help";

  /** Shows the help. */
  private static final class Help {
    @Option(
        names = {"-h", HELP},
        usageHelp = true,
        description = "Show this help and end.")
    private boolean help;
  }

  /** Read by {@link Verbosity} before the command line is: loggers come first. */
  private static final class Verbose {
    @Option(names = Verbosity.FLAG, description = "Log what happens inside, to standard error.")
    private boolean verbose;
  }

  private CommonFlags() {}

  /** Gives them to that command and all below it. */
  static void addTo(CommandLine command) {
    if (command.getCommandSpec().findOption(HELP) == null) {
      command.addMixin("help", new Help());
    }
    command.addMixin("verbose", new Verbose());
    command.getSubcommands().values().forEach(CommonFlags::addTo);
  }
}
