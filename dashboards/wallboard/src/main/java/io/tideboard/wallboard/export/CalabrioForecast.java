// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Calabrio, once Teleopti: a forecast by skill and interval, without a header, in the queue's time:
 * skill, start, end, volume, task time and after-task time of one contact in seconds.
 */
public final class CalabrioForecast implements Export {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd HH:mm", Locale.ROOT);

  @Override
  public void line(Appendable out, WfmLine line) throws IOException {
    WfmLine.Figures figures = line.figures();
    double handled = figures.handled();
    Text.line(
        out,
        ',',
        line.queue(),
        TIME.format(line.local()),
        TIME.format(line.localEnd()),
        figures.offered(),
        handled > 0 ? figures.task() / handled : 0.0,
        handled > 0 ? figures.after() / handled : 0.0);
  }

  @Override
  public String fileName(Instant now) {
    return "calabrio-forecast.csv";
  }
}
