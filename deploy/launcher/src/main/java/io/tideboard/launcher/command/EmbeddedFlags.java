// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What runs beside the three roles, and where its data goes. */
final class EmbeddedFlags extends FlagGroup {

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Kafka's port, 0 for any free one (embedded.kafkaPort).")
  private void kafkaPort(@Nullable String port) {
    set("embedded.kafkaPort", port, "--kafka-port");
  }

  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      description = "Where data is kept for the next start (embedded.dataDir).")
  private void dataDir(@Nullable String directory) {
    set("embedded.dataDir", directory, "--data-dir");
  }

  @Option(
      names = "--keep-data",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Keep the data when everything has ended (embedded.keepData).")
  private void keepData(@Nullable String keep) {
    set("embedded.keepData", keep, "--keep-data");
  }
}
