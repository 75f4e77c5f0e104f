// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/**
 * How much may be under way at once.
 *
 * @param connections of all senders; further ones are closed
 * @param connectionsPerAddress of one sender's address; further ones are closed
 * @param bytes of bodies not yet answered, of all senders; beyond it the answer is 503
 * @param bytesPerAddress of bodies not yet answered, of one sender's address; beyond it the answer
 *     is 429
 * @param pipelined requests of one connection not yet answered; beyond it nothing more is read
 */
public record LoadLimits(
    int connections, int connectionsPerAddress, long bytes, long bytesPerAddress, int pipelined) {

  /** 10 000 connections, 2000 of one address; 24 MiB, 16 MiB of one address; 64 requests. */
  public static final LoadLimits DEFAULT =
      new LoadLimits(10_000, 2000, 24L * 1024 * 1024, 16L * 1024 * 1024, 64);

  public LoadLimits {
    Positive.require("connections", connections);
    Positive.require("connectionsPerAddress", connectionsPerAddress);
    Positive.require("bytes", bytes);
    Positive.require("bytesPerAddress", bytesPerAddress);
    Positive.require("pipelined", pipelined);
  }

  /** The same limits, with others for connections. */
  public LoadLimits withConnections(int connections, int connectionsPerAddress) {
    return new LoadLimits(connections, connectionsPerAddress, bytes, bytesPerAddress, pipelined);
  }

  /** The same limits, with others for bytes under way. */
  public LoadLimits withBytes(long bytes, long bytesPerAddress) {
    return new LoadLimits(connections, connectionsPerAddress, bytes, bytesPerAddress, pipelined);
  }
}
