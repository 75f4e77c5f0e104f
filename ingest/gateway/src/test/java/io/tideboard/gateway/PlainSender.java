// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection from an address of one's own: loopback has many. */
final class PlainSender implements AutoCloseable {

  private static final String LENGTH = "\r\ncontent-length: ";

  private final Socket socket = new Socket();

  PlainSender(String from, InetSocketAddress gateway) throws IOException {
    socket.setSoTimeout(30_000);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(gateway);
  }

  RawAnswer post(String event) throws IOException {
    return ask(
        "POST /v1/events HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + event.length()
            + "\r\n\r\n"
            + event);
  }

  RawAnswer get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: t\r\n\r\n");
  }

  private RawAnswer ask(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("ended within " + head);
      }
      head.append((char) next);
    }
    int from = head.indexOf(LENGTH) + LENGTH.length();
    int length = Integer.parseInt(head.substring(from, head.indexOf("\r", from)));
    byte[] body = socket.getInputStream().readNBytes(length);
    return new RawAnswer(
        Integer.parseInt(head.substring(9, 12)), new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
