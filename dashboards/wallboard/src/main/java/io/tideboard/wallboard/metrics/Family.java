// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import java.util.Collection;
import java.util.Locale;

/**
 * One metric: what it is called, what it means, and what it says of a queue.
 *
 * @param name with {@code _total} where it is a counter
 */
record Family(String name, Kind kind, String help, Lines lines) {

  /** What a scraper takes it for. */
  enum Kind {
    GAUGE,
    COUNTER,
    HISTOGRAM
  }

  /** What it says of a queue: nothing where there is no data. */
  @FunctionalInterface
  interface Lines {
    void write(Shown queue, Line line);
  }

  static Family gauge(String name, String help, Lines lines) {
    return new Family(name, Kind.GAUGE, help, lines);
  }

  static Family counter(String name, String help, Lines lines) {
    return new Family(name, Kind.COUNTER, help, lines);
  }

  /** Writes it for all of them, below its head, and adds to each how many series that were. */
  void write(TextPage page, Collection<Shown> queues) {
    page.put(
        TextPage.ascii(
            "# HELP "
                + name
                + ' '
                + help.replace("\\", "\\\\").replace("\n", "\\n")
                + "\n# TYPE "
                + name
                + ' '
                + kind.name().toLowerCase(Locale.ROOT)
                + '\n'));
    byte[] bytes = TextPage.ascii(name);
    for (Shown queue : queues) {
      queue.series(queue.series() + write(page, bytes, queue));
    }
  }

  /** How many series there are of one queue. */
  int count(TextPage scratch, Shown queue) {
    scratch.clear();
    return write(scratch, TextPage.ascii(name), queue);
  }

  private int write(TextPage page, byte[] bytes, Shown queue) {
    Line line = new Line(page);
    line.of(bytes, queue.labels());
    lines.write(queue, line);
    return line.count();
  }
}
