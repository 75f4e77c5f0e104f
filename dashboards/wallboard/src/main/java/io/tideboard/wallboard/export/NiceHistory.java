// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * NICE IEX: contact history, without a header, in the queue's time: queue, date, start, offered,
 * handled, abandoned, mean handle time in seconds.
 */
public final class NiceHistory implements Export {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT);

  @Override
  public void line(Appendable out, WfmLine line) throws IOException {
    WfmLine.Figures figures = line.figures();
    Text.line(
        out,
        ',',
        line.queue(),
        DATE.format(line.local()),
        TIME.format(line.local()),
        figures.offered(),
        figures.handled(),
        figures.abandoned(),
        figures.aht());
  }

  @Override
  public String fileName(Instant now) {
    return "History-" + NAME.format(now.atOffset(ZoneOffset.UTC)) + ".txt";
  }
}
