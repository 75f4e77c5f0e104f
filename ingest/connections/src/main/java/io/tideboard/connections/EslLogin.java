// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

/**
 * How to log in to an event socket.
 *
 * @param password never shown
 * @param json whether events are to be written as JSON, or else plain
 */
public record EslLogin(String password, boolean json) {

  public EslLogin {
    Checks.oneLine("password", password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "EslLogin[json=" + json + "]";
  }
}
