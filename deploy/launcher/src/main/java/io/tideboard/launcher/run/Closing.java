// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes things in the opposite order of their start. One that fails does not keep the others. */
final class Closing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private record Part(String name, AutoCloseable part) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes what has started; it is closed at once when the others are closed already. What is taken
   * again is closed before everything taken in between.
   */
  synchronized <T extends AutoCloseable> T take(String name, T part) {
    parts.removeIf(taken -> taken.part == part);
    if (closed) {
      close(new Part(name, part));
    } else {
      parts.push(new Part(name, part));
    }
    return part;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(Part part) {
    try {
      part.part.close();
    } catch (Exception e) {
      LOG.warn("{} did not close properly", part.name, e);
    }
  }
}
