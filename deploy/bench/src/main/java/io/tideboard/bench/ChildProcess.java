// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Processes that end with this one, however it ends; what they complain of is shown. */
final class ChildProcess {

  private static final int PATIENCE_SECONDS = 30;

  private ChildProcess() {}

  static Process start(ProcessBuilder builder) throws IOException {
    // Flags for this JVM would give the other one another heap than the one to be measured.
    builder.environment().remove("JAVA_OPTS");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  /** The processor time that a process has taken since its start, in seconds. */
  static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Asks it to end, and makes it when it does not. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
