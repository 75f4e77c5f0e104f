// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the gateway listens. */
final class GatewayFlags extends FlagGroup {

  @Option(
      names = "--gateway-host",
      paramLabel = "ADDRESS",
      description = "The gateway's address (gateway.host).")
  private void host(@Nullable String host) {
    set("gateway.host", host, "--gateway-host");
  }

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      description = "The gateway's port, 0 for any free one (gateway.port).")
  private void port(@Nullable String port) {
    set("gateway.port", port, "--gateway-port");
  }
}
