// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.tideboard.connections.AmiLogin;
import io.tideboard.connections.AmiSettings;
import io.tideboard.connections.Backoff;
import io.tideboard.connections.EslLogin;
import io.tideboard.connections.EslSettings;
import io.tideboard.connections.QueueLogSettings;
import io.tideboard.connections.TcpSettings;
import io.tideboard.platforms.asterisk.AsteriskOptions;
import io.tideboard.platforms.freeswitch.FreeSwitchOptions;
import java.nio.file.Path;
import java.time.Duration;

/** Connections to peers on this machine, which are tried again soon. */
public final class Sites {

  private Sites() {}

  /** A manager whose secret is {@code secret}. */
  public static ConnectionSettings manager(String source, int port) {
    return ConnectionSettings.of(
        AmiSettings.of(tcp(port), AmiLogin.of("board", "secret"), AsteriskOptions.of(source)));
  }

  /** A log whose position is kept beside it. */
  public static ConnectionSettings log(String source, Path file) {
    Path position = file.resolveSibling(file.getFileName() + ".position");
    return ConnectionSettings.of(QueueLogSettings.of(file, position, AsteriskOptions.of(source)));
  }

  /** An event socket whose password is {@code ClueCon}. */
  public static ConnectionSettings freeSwitch(String source, int port) {
    return ConnectionSettings.of(
        EslSettings.of(tcp(port), new EslLogin("ClueCon", false), FreeSwitchOptions.of(source)));
  }

  private static TcpSettings tcp(int port) {
    return TcpSettings.of("127.0.0.1", port)
        .withTimes(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(50), 0.5));
  }
}
