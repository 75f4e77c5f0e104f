// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;

/** Genesys Cloud, historical data by interval, with a header, in UTC. */
public final class GenesysHistory implements Export {

  @Override
  public void begin(Appendable out) throws IOException {
    Text.line(
        out,
        ',',
        "Interval Start UTC",
        "Queue",
        "Media Type",
        "Skill Set",
        "Language",
        "Offered",
        "Handled",
        "Total Handle Time Seconds");
  }

  @Override
  public void line(Appendable out, WfmLine line) throws IOException {
    WfmLine.Figures figures = line.figures();
    Text.line(
        out,
        ',',
        line.start(),
        line.queue(),
        media(line.channel()),
        "",
        "",
        figures.offered(),
        figures.handled(),
        figures.task() + figures.after());
  }

  private static String media(String channel) {
    return switch (channel) {
      case "voice" -> "Voice";
      case "email" -> "Email";
      case "chat" -> "Chat";
      case "messaging", "sms", "social", "app" -> "Message";
      case "video" -> "Video";
      default -> channel;
    };
  }

  @Override
  public String fileName(Instant now) {
    return "genesys-history.csv";
  }
}
