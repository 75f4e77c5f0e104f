// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the limits of Prometheus' alert rules. */
@Command(
    name = "rules",
    description = {
      "Print the limits that Prometheus' alert rules and Grafana's boards go by, from the section"
          + " alerts of the configuration.",
      "Belongs into dashboards/prometheus/rules/thresholds.yml."
    })
public final class RulesCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(RuleLimits.of(config.load().alerts()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
