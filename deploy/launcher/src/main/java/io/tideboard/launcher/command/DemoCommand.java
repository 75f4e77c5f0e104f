// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.EmbeddedTideboard;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.SimulatedDays;
import io.tideboard.launcher.run.Steps;
import io.tideboard.traffic.replay.Speed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything in one process, with a simulated center in front. */
@Command(
    name = "demo",
    description = {
      "Run everything in one process and play simulated days of a mid-size center.",
      "Ends with Ctrl-C, and then leaves neither a process nor, unless told to, data."
    })
public final class DemoCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private GatewayFlags gateway;
  @Mixin private WallboardFlags wallboard;
  @Mixin private EmbeddedFlags embedded;
  @Mixin private JobFlags job;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the first day; each further day has the next. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "60",
      description = "Times real time, or max. Default: ${DEFAULT-VALUE}.")
  private String speed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Speed chosen = UsageFlags.speed(speed);
    EventFlags events = new EventFlags();
    events.set("events.eventTime", "true", "demo");
    TideboardConfig effective =
        config.load(gateway, wallboard, embedded, job, events).withoutAccess();
    Steps steps = new Steps(spec.commandLine().getOut());
    EmbeddedTideboard tideboard =
        new EmbeddedTideboard(effective, steps, () -> SimulatedDays.before(effective, seed));
    try (Lifetime lifetime = Lifetime.of(tideboard, steps)) {
      EmbeddedTideboard.Addresses addresses = tideboard.start();
      SimulatedDays days = new SimulatedDays(addresses.gateway(), chosen, steps);
      tideboard.closeWith(days.playFrom(seed));
      Announcement.of(addresses, effective).to(steps);
      lifetime.awaitInterruption();
    }
    return ExitCode.INTERRUPTED;
  }
}
