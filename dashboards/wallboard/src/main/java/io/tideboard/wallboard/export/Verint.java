// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Verint: volume and mean handle time in seconds by queue and day of the queue's calendar, without
 * a header; all channels of a queue together.
 */
public final class Verint implements Export {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("M-d-yyyy", Locale.ROOT);

  private final Map<String, Map<LocalDate, double[]>> days = new TreeMap<>();

  @Override
  public void line(Appendable out, WfmLine line) {
    double[] sums =
        days.computeIfAbsent(line.queue(), queue -> new TreeMap<>())
            .computeIfAbsent(line.local().toLocalDate(), day -> new double[3]);
    sums[0] += line.figures().offered();
    sums[1] += line.figures().handled();
    sums[2] += line.figures().task() + line.figures().after();
  }

  @Override
  public void end(Appendable out) throws IOException {
    for (Map.Entry<String, Map<LocalDate, double[]>> queue : days.entrySet()) {
      for (Map.Entry<LocalDate, double[]> day : queue.getValue().entrySet()) {
        double[] sums = day.getValue();
        Text.line(
            out,
            ',',
            queue.getKey(),
            DATE.format(day.getKey()),
            sums[0],
            sums[1] > 0 ? sums[2] / sums[1] : 0.0);
      }
    }
  }

  @Override
  public String fileName(Instant now) {
    return "verint.csv";
  }
}
