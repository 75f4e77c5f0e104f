// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.bench.load.LoadOrder;
import io.tideboard.bench.load.LoadReport;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A generator of load in a second JVM, on this one's class path. */
final class LoadProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader reports;

  private LoadProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
    this.reports = process.inputReader();
  }

  /** Starts one against the gateway at that port. */
  static LoadProcess start(int port) throws IOException {
    return new LoadProcess(
        ChildProcess.start(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadMain.class.getName(),
                String.valueOf(port))));
  }

  /** Carries out an order; every request must be accepted whole. */
  LoadReport run(LoadOrder order) throws IOException {
    begin(order);
    return await();
  }

  /** Begins with an order; see {@link #await}. */
  void begin(LoadOrder order) throws IOException {
    orders.write(JSON.writeValueAsString(order));
    orders.newLine();
    orders.flush();
  }

  /** Whether an order that was begun has ended. */
  boolean hasEnded() throws IOException {
    return reports.ready();
  }

  /** Waits for the end of the order that was begun. */
  LoadReport await() throws IOException {
    String line = reports.readLine();
    if (line == null) {
      throw new IllegalStateException("the generator of load has ended before its order was done");
    }
    LoadReport report = JSON.readValue(line, LoadReport.class);
    if (report.failure() != null) {
      throw new IllegalStateException("load was broken off: " + report.failure());
    }
    return report;
  }

  /** The processor time that it has taken since its start, in seconds. */
  double cpuSeconds() {
    return ChildProcess.cpuSeconds(process.toHandle());
  }

  @Override
  public void close() {
    ChildProcess.stop(process);
  }
}
