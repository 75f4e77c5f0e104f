// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends a log to a gateway. */
@Command(
    name = "replay",
    description = {
      "Send a file of events, or a table of call records, to a gateway as it happened, or faster.",
      "A log of the past needs a gateway that runs with --event-time, or --start now."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Mixin private EventSource source;
  @Mixin private TrafficFlags traffic;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Sending sending = new Sending(traffic, spec.commandLine());
    traffic.check();
    return sending.send(source.open().events());
  }
}
