// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.KafkaAccess;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Parts;
import io.tideboard.launcher.run.Ports;
import io.tideboard.launcher.run.RunningNotifier;
import io.tideboard.launcher.run.Steps;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the notifier alone. */
@Command(
    name = "notify",
    description = {
      "Run the notifier alone: tell the receivers of the configuration of alerts, from a Kafka that"
          + " runs already.",
      "Of several side by side one is on duty. Creates the topics that are missing. Ends with Ctrl-C."
    })
public final class NotifyCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private KafkaFlags kafka;
  @Mixin private EventFlags events;
  @Mixin private NotifierFlags notifier;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(kafka, events, notifier);
    if (effective.alerts().receivers().isEmpty()) {
      throw CommandFailed.configuration("receivers: nobody: expected at least one to be told");
    }
    Steps steps = new Steps(spec.commandLine().getOut());
    TideboardConfig.Listen listen = effective.alerts().listen();
    InetSocketAddress address = Ports.free(listen.host(), listen.port(), "--notifier-port");
    String bootstrap = effective.kafka().bootstrap();
    KafkaAccess.requireTopics(bootstrap, effective.kafka().partitions());
    RunningNotifier running = RunningNotifier.start(Parts.paging(effective, bootstrap), address);
    try (Lifetime lifetime = Lifetime.of(running, steps)) {
      steps.done("the notifier is up at http://" + address.getHostString() + ":" + running.port());
      lifetime.awaitInterruption();
    }
    return ExitCode.INTERRUPTED;
  }
}
