// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the notifier shows its metrics and what could not be delivered. */
final class NotifierFlags extends FlagGroup {

  @Option(
      names = "--notifier-host",
      paramLabel = "ADDRESS",
      description = "The notifier's address (alerts.host).")
  private void host(@Nullable String host) {
    set("alerts.host", host, "--notifier-host");
  }

  @Option(
      names = "--notifier-port",
      paramLabel = "PORT",
      description = "The notifier's port, 0 for any free one (alerts.port).")
  private void port(@Nullable String port) {
    set("alerts.port", port, "--notifier-port");
  }
}
