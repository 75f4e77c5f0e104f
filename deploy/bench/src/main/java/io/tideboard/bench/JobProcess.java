// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The live job in a second JVM, on this one's class path, with the heap that {@code tideboard job}
 * has: what fits there fits without Kafka and the simulation beside it.
 */
final class JobProcess implements AutoCloseable {

  /** As in the start script. */
  private static final String HEAP = "-Xmx1500m";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader trips;

  private JobProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
    this.trips = process.inputReader();
  }

  static JobProcess start(int parallelism) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            JobMain.class.getName(),
            String.valueOf(parallelism)));
    return new JobProcess(ChildProcess.start(new ProcessBuilder(command)));
  }

  /**
   * Runs the job to the end of the log.
   *
   * @throws IllegalStateException when the process ended before: the log may not fit in its heap
   */
  Trip run(JobOrder order) throws IOException {
    orders.write(JSON.writeValueAsString(order));
    orders.newLine();
    orders.flush();
    String line = trips.readLine();
    if (line == null) {
      throw new IllegalStateException("The job has ended before the log's end, with " + HEAP);
    }
    return JSON.readValue(line, Trip.class);
  }

  @Override
  public void close() {
    ChildProcess.stop(process);
  }
}
