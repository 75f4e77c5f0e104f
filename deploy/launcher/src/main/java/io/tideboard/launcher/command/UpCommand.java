// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Steps;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything in one process until somebody interrupts it. */
@Command(
    name = "up",
    description = {
      "Run everything in one process: gateway, Kafka, Flink with the live job, wallboard.",
      "Ends with Ctrl-C, and then leaves neither a process nor, unless told to, data."
    })
public final class UpCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private GatewayFlags gateway;
  @Mixin private WallboardFlags wallboard;
  @Mixin private EmbeddedFlags embedded;
  @Mixin private JobFlags job;
  @Mixin private EventFlags events;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(gateway, wallboard, embedded, job, events);
    Steps steps = new Steps(spec.commandLine().getOut());
    EmbeddedTideboard tideboard = new EmbeddedTideboard(effective, steps);
    try (Lifetime lifetime = Lifetime.of(tideboard, steps)) {
      Announcement.of(tideboard.start(), effective).to(steps);
      lifetime.awaitInterruption();
    }
    return ExitCode.INTERRUPTED;
  }
}
