// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures as they come: for people, or one JSON object a line. */
final class FigureSheet {

  private final boolean json;
  private final PrintStream out;

  FigureSheet(boolean json, PrintStream out) {
    this.json = json;
    this.out = out;
  }

  void add(Figure figure) {
    out.println(json ? asJson(figure) : asText(figure));
  }

  private static String asText(Figure figure) {
    String text =
        String.format(
            Locale.ROOT,
            figure.value() < 10 ? "%-28s %,14.2f %s" : "%-28s %,14.1f %s",
            figure.name(),
            figure.value(),
            figure.unit());
    return figure.ratio() == null
        ? text
        : text + String.format(Locale.ROOT, "  = %.2f of %s", figure.ratio(), figure.ratioTo());
  }

  private static String asJson(Figure figure) {
    String text =
        String.format(
            Locale.ROOT,
            "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"",
            figure.name(),
            figure.value(),
            figure.unit());
    if (figure.ratio() != null) {
      text +=
          String.format(
              Locale.ROOT, ",\"ratioTo\":\"%s\",\"ratio\":%.4f", figure.ratioTo(), figure.ratio());
    }
    return text + "}";
  }
}
