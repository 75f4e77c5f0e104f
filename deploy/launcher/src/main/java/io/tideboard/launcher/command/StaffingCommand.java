// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.core.staffing.Staffing;
import io.tideboard.core.staffing.StaffingNeed;
import io.tideboard.core.staffing.StaffingTerms;
import io.tideboard.core.staffing.WaitingModel;
import io.tideboard.core.staffing.Workload;
import io.tideboard.launcher.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many agents a demand needs, and what so many make of it. */
@Command(
    name = "staffing",
    description = {
      "Tell how many agents a demand needs, and what so many agents make of it.",
      "Without --patience nobody gives up (Erlang C), with it they do (Erlang A). Figures are those"
          + " of the required agents, or of --agents."
    })
public final class StaffingCommand implements Callable<Integer> {

  @Mixin private StaffingFlags flags;

  @Option(
      names = "--agents",
      paramLabel = "N",
      description = "Tell the figures of so many agents at work instead of the required ones.")
  private @Nullable String agents;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Workload work = flags.work();
    StaffingTerms terms = flags.terms();
    StaffingNeed need = flags.need(work, terms);
    double told =
        agents == null
            ? need.requiredAgents()
            : UsageFlags.number(
                agents,
                "--agents",
                "a number from 0 to 1000000",
                number -> number >= 0 && number <= 1_000_000);
    WaitingModel model = Staffing.at(work, terms, told);
    StaffingSheet sheet = new StaffingSheet(work, terms, need, told, model);
    spec.commandLine().getOut().println(json ? sheet.json() : sheet.table());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
