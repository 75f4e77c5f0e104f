// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import io.tideboard.bench.BenchCommand;
import io.tideboard.launcher.command.ApiKeyCommand;
import io.tideboard.launcher.command.BacktestCommand;
import io.tideboard.launcher.command.BatchCommand;
import io.tideboard.launcher.command.CheckConfigCommand;
import io.tideboard.launcher.command.DemoCommand;
import io.tideboard.launcher.command.GatewayCommand;
import io.tideboard.launcher.command.JobCommand;
import io.tideboard.launcher.command.NotifyCommand;
import io.tideboard.launcher.command.ReplayCommand;
import io.tideboard.launcher.command.RulesCommand;
import io.tideboard.launcher.command.SimulateCommand;
import io.tideboard.launcher.command.StaffingCommand;
import io.tideboard.launcher.command.TailCommand;
import io.tideboard.launcher.command.UpCommand;
import io.tideboard.launcher.command.VersionCommand;
import io.tideboard.launcher.command.WallboardCommand;
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
      DemoCommand.class,
      UpCommand.class,
      GatewayCommand.class,
      JobCommand.class,
      WallboardCommand.class,
      NotifyCommand.class,
      SimulateCommand.class,
      ReplayCommand.class,
      BatchCommand.class,
      StaffingCommand.class,
      BacktestCommand.class,
      TailCommand.class,
      BenchCommand.class,
      CheckConfigCommand.class,
      RulesCommand.class,
      ApiKeyCommand.class,
      VersionCommand.class
    })
public final class Tideboard {

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  private Tideboard() {}

  /** Runs the command and ends the JVM with its {@link ExitCode}. */
  public static void main(String[] args) {
    Verbosity.configure(args);
    System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /** Runs the command; what it prints goes to {@code out} and {@code err}. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return commandLine()
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new UsageErrors())
        .setUsageHelpAutoWidth(true)
        .execute(args.length == 0 ? new String[] {CommonFlags.HELP} : args);
  }

  /** All commands with all their flags. */
  static CommandLine commandLine() {
    CommandLine tideboard = new CommandLine(new Tideboard());
    CommonFlags.addTo(tideboard);
    return tideboard;
  }
}
