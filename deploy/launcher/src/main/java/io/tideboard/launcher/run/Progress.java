// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * How far something long is: one line that changes on a terminal, now and then a line elsewhere.
 */
public final class Progress {

  /** Set by the start script: whether standard error is a terminal. */
  private static final String TERMINAL = "tideboard.terminal";

  private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal = Boolean.getBoolean(TERMINAL);
  private long shown = System.nanoTime();
  private boolean open;

  /** Shown on {@code err}. */
  public Progress(PrintWriter err) {
    this.err = err;
  }

  /** The present state. */
  public void show(String state) {
    if (terminal) {
      err.print(ERASE_LINE + state);
      err.flush();
      open = true;
    } else if (System.nanoTime() - shown >= BETWEEN_LINES) {
      shown = System.nanoTime();
      err.println(state);
    }
  }

  /** Nothing more comes. */
  public void end() {
    if (open) {
      err.print(ERASE_LINE);
      err.flush();
      open = false;
    }
  }
}
