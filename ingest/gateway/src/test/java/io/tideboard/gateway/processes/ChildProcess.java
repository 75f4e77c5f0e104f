// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process that can be killed at any instant and started again as it was. */
final class ChildProcess implements AutoCloseable {

  private static final String UP = "UP";

  private final Class<?> main;
  private final List<String> arguments;
  private Process process;

  /** One that ends with this process, and is started by {@link #start}. */
  ChildProcess(Class<?> main, List<String> arguments) {
    this.main = main;
    this.arguments = arguments;
  }

  /** Starts it, and returns when it is up. */
  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      BufferedReader steps = started.inputReader(StandardCharsets.UTF_8);
      String line = steps.readLine();
      while (line != null && !line.equals(UP)) {
        line = steps.readLine();
      }
      if (line == null) {
        throw new AssertionError(main.getSimpleName() + " has ended before it was up");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does it. Returns when it has ended. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  /** Tells the parent that this process is up, and goes on until it is killed. */
  static void isUp() throws InterruptedException {
    System.out.println(UP);
    Thread.currentThread().join();
  }
}
