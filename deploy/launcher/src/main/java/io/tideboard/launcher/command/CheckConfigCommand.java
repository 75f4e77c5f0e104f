// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the configuration that holds, or what is wrong with it. */
@Command(
    name = "check-config",
    description = {
      "Print the configuration that holds, from file, environment and flags.",
      "Ends with 3, naming everything that is unknown or no good, where it cannot be used."
    })
public final class CheckConfigCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(config.loaded().yaml());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
