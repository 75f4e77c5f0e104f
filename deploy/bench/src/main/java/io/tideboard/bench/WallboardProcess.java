// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The wallboard in a JVM of its own, on this one's class path, with the heap that {@code tideboard
 * wallboard} has, and made to believe that there is one processor.
 */
final class WallboardProcess implements AutoCloseable {

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final int port;

  private WallboardProcess(Process process) throws IOException {
    this.process = process;
    this.orders = process.outputWriter();
    this.answers = process.inputReader();
    this.port = Integer.parseInt(answer());
  }

  static WallboardProcess start(String bootstrapServers) throws IOException {
    return new WallboardProcess(
        ChildProcess.start(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                WallboardMain.class.getName(),
                bootstrapServers)));
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("the wallboard has ended: expected it to go on");
    }
    return line;
  }

  int port() {
    return port;
  }

  double cpuSeconds() {
    return ChildProcess.cpuSeconds(process.toHandle());
  }

  /** What it holds after a collection, in MB of a million bytes. */
  double heldMegabytes() throws IOException {
    orders.newLine();
    orders.flush();
    return Long.parseLong(answer()) / 1e6;
  }

  @Override
  public void close() {
    ChildProcess.stop(process);
  }
}
