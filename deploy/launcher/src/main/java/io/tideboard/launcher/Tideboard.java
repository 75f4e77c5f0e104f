// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import io.tideboard.launcher.command.CheckConfigCommand;
import io.tideboard.launcher.command.GatewayCommand;
import io.tideboard.launcher.command.SimulateCommand;
import io.tideboard.launcher.command.TailCommand;
import io.tideboard.launcher.command.UpCommand;
import io.tideboard.launcher.command.VersionCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line {@code tideboard}. */
@Command(
    name = "tideboard",
    description = "Contact-center events in, a live wallboard out.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      GatewayCommand.class,
      SimulateCommand.class,
      TailCommand.class,
      CheckConfigCommand.class,
      VersionCommand.class
    })
public final class Tideboard {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help and end.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  @Option(
      names = Verbosity.FLAG,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Log what happens inside, to standard error.")
  private boolean verbose;

  private Tideboard() {}

  /** Runs the command and ends the JVM with its {@link ExitCode}. */
  public static void main(String[] args) {
    Verbosity.configure(args);
    System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /** Runs the command; what it prints goes to {@code out} and {@code err}. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Tideboard())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }
}
