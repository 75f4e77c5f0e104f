// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Kafka is. */
final class KafkaFlags extends FlagGroup {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Where Kafka is (kafka.bootstrap).")
  private void bootstrap(@Nullable String bootstrap) {
    set("kafka.bootstrap", bootstrap, "--bootstrap");
  }
}
