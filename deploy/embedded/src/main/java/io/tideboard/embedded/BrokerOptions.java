// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an embedded broker listens and keeps its data.
 *
 * @param port the port on the loopback address, or 0 for any free one
 * @param directory the data directory, made when absent; null for a new temporary one
 * @param keepData whether the data outlives {@link EmbeddedKafka#close()}
 */
public record BrokerOptions(int port, @Nullable Path directory, boolean keepData) {

  public BrokerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(port + " as port: expected 0 to 65535");
    }
  }

  /** Any free port, a temporary directory, nothing left after closing. */
  public static BrokerOptions temporary() {
    return new BrokerOptions(0, null, false);
  }

  /** Any free port, data in that directory, there again at the next start. */
  public static BrokerOptions keptIn(Path directory) {
    return new BrokerOptions(0, directory, true);
  }

  /** The same, on that port. */
  public BrokerOptions onPort(int port) {
    return new BrokerOptions(port, directory, keepData);
  }

  /** The same, with the data deleted or kept on closing. */
  public BrokerOptions keeping(boolean keepData) {
    return new BrokerOptions(port, directory, keepData);
  }
}
