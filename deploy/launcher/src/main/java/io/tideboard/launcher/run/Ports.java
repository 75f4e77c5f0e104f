// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import io.tideboard.launcher.CommandFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Finds out before anything starts whether it will be able to listen. */
public final class Ports {

  private Ports() {}

  /**
   * The address at which something will listen.
   *
   * @param port 0 for any free one
   * @param flag with which the user chooses another port
   * @throws CommandFailed when the port is in use, or the host is not this machine
   */
  public static InetSocketAddress free(String host, int port, String flag) {
    InetSocketAddress address = new InetSocketAddress(local(host, flag), port);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return address;
    } catch (IOException e) {
      throw CommandFailed.because(
          "port "
              + port
              + " of "
              + host
              + " cannot be had ("
              + e.getMessage()
              + "): choose another with "
              + flag
              + ", 0 for any free one");
    }
  }

  private static InetAddress local(String host, String flag) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (UnknownHostException | SocketException e) {
      // Answered below, as the address of another machine is.
    }
    throw CommandFailed.because(
        "'"
            + host
            + "' is no address of this machine: choose another with "
            + flag.replace("-port", "-host"));
  }
}
