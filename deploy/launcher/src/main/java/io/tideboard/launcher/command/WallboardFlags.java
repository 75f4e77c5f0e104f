// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the wallboard listens. */
final class WallboardFlags extends FlagGroup {

  @Option(
      names = "--wallboard-host",
      paramLabel = "ADDRESS",
      description = "The wallboard's address (wallboard.host).")
  private void host(@Nullable String host) {
    set("wallboard.host", host, "--wallboard-host");
  }

  @Option(
      names = "--wallboard-port",
      paramLabel = "PORT",
      description = "The wallboard's port, 0 for any free one (wallboard.port).")
  private void port(@Nullable String port) {
    set("wallboard.port", port, "--wallboard-port");
  }
}
