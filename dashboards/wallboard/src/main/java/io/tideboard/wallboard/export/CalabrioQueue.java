// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Calabrio: queue statistics, without a header, semicolons in between, in the queue's time. 21
 * fields: length of the interval, date, time, queue's id, queue's name; offered, overflowed in,
 * abandoned, overflowed out, answered; wait of the answered, wait of the abandoned, task time,
 * after-task time; longest wait of the answered, of the abandoned; agents; answered in time; wait;
 * short abandons; abandoned in time. What is not known is 0, as asked for.
 */
public final class CalabrioQueue implements Export {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  @Override
  public void line(Appendable out, WfmLine line) throws IOException {
    WfmLine.Figures figures = line.figures();
    Text.line(
        out,
        ';',
        line.minutes(),
        DATE.format(line.local()),
        TIME.format(line.local()),
        line.queue() + "/" + line.channel(),
        line.queue(),
        figures.offered(),
        0,
        figures.abandoned(),
        0,
        figures.handled(),
        figures.waitOfAnswered(),
        0,
        figures.task(),
        figures.after(),
        0,
        0,
        0,
        figures.inTime(),
        0,
        figures.shortAbandoned(),
        0);
  }

  @Override
  public String fileName(Instant now) {
    return "calabrio-queue.csv";
  }
}
