// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.time.Duration;

/**
 * How a TCP connection is opened and kept.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param connect how long opening and logging in may take, each
 * @param keepAlive how often the other side is asked whether it is there; silent for three times as
 *     long, the connection is opened anew
 * @param again how long to wait before that
 * @param longestMessage in bytes; longer ones are dropped and counted
 */
public record TcpSettings(
    String host,
    int port,
    Duration connect,
    Duration keepAlive,
    Backoff again,
    int longestMessage) {

  public TcpSettings {
    Checks.oneLine("host", host);
    Checks.range("port", port, 1, 65_535);
    Checks.positive("connect", connect);
    Checks.positive("keepAlive", keepAlive);
    Checks.range("longestMessage", longestMessage, 1024, 16 * 1024 * 1024);
  }

  /** 10 s; every 15 s; again after 500 ms to 30 s; 256 KiB. */
  public static TcpSettings of(String host, int port) {
    return new TcpSettings(
        host,
        port,
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.5),
        256 * 1024);
  }

  /** The same, with other times. */
  public TcpSettings withTimes(Duration connect, Duration keepAlive, Backoff again) {
    return new TcpSettings(host, port, connect, keepAlive, again, longestMessage);
  }
}
