// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.SourcesFile;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.ConfigError;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.KafkaAccess;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Parts;
import io.tideboard.launcher.run.Ports;
import io.tideboard.launcher.run.Steps;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the gateway alone. */
@Command(
    name = "gateway",
    description = {
      "Run the gateway alone, into a Kafka that runs already.",
      "Creates the topics that are missing. Ends with Ctrl-C."
    })
public final class GatewayCommand implements Callable<Integer> {

  @Mixin private ConfigFlags config;
  @Mixin private KafkaFlags kafka;
  @Mixin private GatewayFlags gateway;
  @Mixin private EventFlags events;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(kafka, gateway, events);
    Steps steps = new Steps(spec.commandLine().getOut());
    InetSocketAddress address =
        Ports.free(effective.gateway().host(), effective.gateway().port(), "--gateway-port");
    String bootstrap = effective.kafka().bootstrap();
    requireTopics(effective, steps);
    GatewaySettings settings = watched(Parts.gateway(effective, bootstrap, address));
    Gateway running = Parts.start(settings, effective.access(), steps);
    try (Lifetime lifetime = Lifetime.of(running, steps)) {
      steps.done("the gateway is up at " + running.uri() + ", into Kafka at " + bootstrap);
      lifetime.awaitInterruption();
    }
    return ExitCode.INTERRUPTED;
  }

  /** Sources are taken anew when the file changes; for everything else a new start is needed. */
  private GatewaySettings watched(GatewaySettings settings) {
    Path file = config.file();
    return file == null ? settings : settings.with(new SourcesFile(file, this::access));
  }

  private AccessSettings access() {
    try {
      return config.load(kafka, gateway, events).access();
    } catch (ConfigError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** With a spool a start must not depend on Kafka, which may be why there is something in it. */
  private static void requireTopics(TideboardConfig effective, Steps steps) {
    String bootstrap = effective.kafka().bootstrap();
    int partitions = effective.kafka().partitions();
    try {
      KafkaAccess.requireTopics(bootstrap, partitions);
    } catch (CommandFailed unreachable) {
      if (effective.spool() == null) {
        throw unreachable;
      }
      steps.done(unreachable.getMessage() + "; the spool takes events until Kafka does");
      KafkaAccess.requireTopicsLater(bootstrap, partitions, steps);
    }
  }
}
