// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Tells a user what has been done, and how long after the start of this JVM. Safe for threads. */
public final class Steps {

  private final PrintWriter out;
  private final long startMillis;

  /** Tells them to {@code out}. */
  public Steps(PrintWriter out) {
    this.out = out;
    this.startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /** Something is done. */
  public synchronized void done(String what) {
    double seconds = (System.currentTimeMillis() - startMillis) / 1000.0;
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    out.flush();
  }

  /** A line without a time. */
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
