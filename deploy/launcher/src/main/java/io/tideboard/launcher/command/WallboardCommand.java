// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.KafkaAccess;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Parts;
import io.tideboard.launcher.run.Ports;
import io.tideboard.launcher.run.Steps;
import io.tideboard.wallboard.Wallboard;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the wallboard alone. */
@Command(
    name = "wallboard",
    description = {
      "Run the wallboard alone, from a Kafka that runs already.",
      "Creates the topics that are missing. Ends with Ctrl-C."
    })
public final class WallboardCommand implements Callable<Integer> {

  private static final Path HOME = Path.of(System.getProperty("user.home"), ".tideboard");

  @Mixin private ConfigFlags config;
  @Mixin private KafkaFlags kafka;
  @Mixin private WallboardFlags wallboard;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(kafka, wallboard);
    Steps steps = new Steps(spec.commandLine().getOut());
    InetSocketAddress address =
        Ports.free(effective.wallboard().host(), effective.wallboard().port(), "--wallboard-port");
    String bootstrap = effective.kafka().bootstrap();
    KafkaAccess.requireTopics(bootstrap, effective.kafka().partitions());
    Wallboard running =
        Parts.start(Parts.wallboard(effective, HOME.resolve("history"), bootstrap, address), steps);
    try (Lifetime lifetime = Lifetime.of(running, steps)) {
      steps.done("the wallboard is up at http://" + address.getHostString() + ":" + running.port());
      lifetime.awaitInterruption();
    }
    return ExitCode.INTERRUPTED;
  }
}
