// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gateway as users run it: {@code tideboard gateway}, in a process of its own, with the memory
 * that the start script gives it.
 */
final class GatewayProcess implements AutoCloseable {

  /** Set by the start script: the directory in which it is. */
  private static final String HOME = "tideboard.home";

  private static final Pattern UP = Pattern.compile("http://[^ ]*:(\\d+)");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Process process;
  private final int port;

  private GatewayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one into that Kafka, and waits until it is up. */
  static GatewayProcess start(String bootstrapServers) throws IOException {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new IllegalStateException(HOME + " is not set: expected to be run by the start script");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(home, "tideboard").toString(),
            "gateway",
            "--bootstrap",
            bootstrapServers,
            "--gateway-port",
            "0");
    builder.environment().put("TIDEBOARD_GATEWAY_PSEUDONYM_KEY", "a key for the bench");
    Process process = ChildProcess.start(builder);
    try {
      return new GatewayProcess(process, port(process));
    } catch (IOException | RuntimeException e) {
      ChildProcess.stop(process);
      throw e;
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader steps = process.inputReader(StandardCharsets.UTF_8);
    for (String line = steps.readLine(); line != null; line = steps.readLine()) {
      Matcher up = UP.matcher(line);
      if (up.find()) {
        return Integer.parseInt(up.group(1));
      }
    }
    throw new IllegalStateException("the gateway has ended before it was up");
  }

  int port() {
    return port;
  }

  /** The processor time that it has taken since its start, in seconds. */
  double cpuSeconds() {
    return ChildProcess.cpuSeconds(process.toHandle());
  }

  /**
   * The most memory that it has had resident since its start, in MB of a million bytes; null where
   * the system does not say.
   */
  @Nullable Double peakMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return null;
    }
    Matcher peak = PEAK.matcher(Files.readString(status));
    return peak.find() ? Long.parseLong(peak.group(1)) * 1024 / 1e6 : null;
  }

  @Override
  public void close() {
    ChildProcess.stop(process);
  }
}
