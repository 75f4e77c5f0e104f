// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.flink.EmbeddedFlink;
import io.tideboard.launcher.ExitCode;
import io.tideboard.launcher.config.TideboardConfig;
import io.tideboard.launcher.run.KafkaAccess;
import io.tideboard.launcher.run.Lifetime;
import io.tideboard.launcher.run.Parts;
import io.tideboard.launcher.run.RemoteFlink;
import io.tideboard.launcher.run.Steps;
import io.tideboard.launcher.run.WarmStart;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the live job alone. */
@Command(
    name = "job",
    description = {
      "Run the live job alone, on a Kafka that runs already.",
      "With --flink it is handed to that cluster, and the command ends; without, it runs in this"
          + " process until Ctrl-C."
    })
public final class JobCommand implements Callable<Integer> {

  private static final String NAME = "tideboard-live";

  @Mixin private ConfigFlags config;
  @Mixin private KafkaFlags kafka;
  @Mixin private JobFlags job;
  @Mixin private EventFlags events;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description = "The REST address of a Flink cluster, such as http://jobmanager:8081.")
  private @Nullable String flink;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TideboardConfig effective = config.load(kafka, job, events);
    Steps steps = new Steps(spec.commandLine().getOut());
    RemoteFlink remote =
        flink == null
            ? null
            : new RemoteFlink(UsageFlags.address(flink, "--flink", "http://jobmanager:8081"));
    String bootstrap = effective.kafka().bootstrap();
    KafkaAccess.requireTopics(bootstrap, effective.kafka().partitions());
    StreamExecutionEnvironment env =
        Parts.liveJob(effective, bootstrap, WarmStart.configured(effective));
    if (remote != null) {
      steps.done("the live job runs as " + remote.submit(env, NAME));
      return ExitCode.OK;
    }
    return Lifetime.during(
        () -> {
          try (EmbeddedFlink here =
              EmbeddedFlink.start(effective.job().parallelism(), effective.job().metricsPort())) {
            here.submit(env, NAME);
            steps.done("the live job runs, on Kafka at " + bootstrap);
            Thread.sleep(Long.MAX_VALUE);
          }
          return ExitCode.INTERRUPTED;
        },
        steps);
  }
}
