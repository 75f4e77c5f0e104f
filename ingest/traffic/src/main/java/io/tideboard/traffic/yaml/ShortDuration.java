// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as people write them: 20s, 15m, 1h30m, 0.5s. */
final class ShortDuration extends StdDeserializer<Duration> {

  static final String EXPECTED = "a duration such as 20s, 15m or 1h30m";

  private static final long serialVersionUID = 1;

  ShortDuration() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.getText();
    try {
      Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Answered below, in the words of the file.
    }
    return (Duration) context.handleWeirdStringValue(Duration.class, text, EXPECTED);
  }
}
