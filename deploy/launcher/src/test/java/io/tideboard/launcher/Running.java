// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command that runs as a process of its own, by the start script. Ended when closed. */
final class Running implements AutoCloseable {

  /** Who starts a process in the background makes it ignore Ctrl-C; this one shall not. */
  private static final List<String> HEEDING_INTERRUPTS =
      List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV");

  private final Process process;
  private final BufferedReader lines;
  private final Path temporary;

  private Running(Process process, Path temporary) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.temporary = temporary;
  }

  /**
   * Starts it.
   *
   * @param directory in which the command gets a temporary directory of its own
   */
  static Running start(Path script, Path directory, String... command) throws IOException {
    Path temporary = Files.createTempDirectory(directory, command[0]);
    List<String> all = new ArrayList<>(HEEDING_INTERRUPTS);
    all.add(script.toString());
    all.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    Path home = Files.createTempDirectory(directory, "home");
    builder
        .environment()
        .put("JAVA_OPTS", "-Djava.io.tmpdir=" + temporary + " -Duser.home=" + home);
    return new Running(builder.start(), temporary);
  }

  /** The rest of the next line that has {@code start} in it. */
  String awaitLine(String start) throws IOException {
    List<String> others = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf(start);
      if (at >= 0) {
        return line.substring(at + start.length());
      }
      others.add(line);
    }
    throw new AssertionError("ended without a line '" + start + "', but with " + others);
  }

  /** Presses Ctrl-C. Returns the exit code. */
  int interrupt() throws IOException, InterruptedException {
    return end("-INT");
  }

  /** Asks it to end, as a service manager does. Returns the exit code. */
  int terminate() throws IOException, InterruptedException {
    return end("-TERM");
  }

  private int end(String signal) throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor()).isZero();
    return awaitExit();
  }

  /** The exit code. */
  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** What it says after the lines that were awaited. */
  Stream<String> otherLines() {
    return lines.lines();
  }

  /** What it left in the temporary directory. */
  List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  boolean hasChildren() {
    return process.descendants().findAny().isPresent();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
