// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

/**
 * Where the wallboard listens.
 *
 * @param host name or address of an interface of this machine
 * @param port 1 to 65535, or 0 for any free one
 */
public record ListenAddress(String host, int port) {

  /** The loopback address and the usual port. */
  public static final ListenAddress DEFAULT = new ListenAddress("127.0.0.1", 8090);

  public ListenAddress {
    if (host.isBlank()) {
      throw new IllegalArgumentException("'' as host: expected a name or an address");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(port + " as port: expected 0 to 65535");
    }
  }
}
