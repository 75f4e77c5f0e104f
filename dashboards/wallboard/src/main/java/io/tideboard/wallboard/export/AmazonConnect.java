// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Amazon Connect: a forecast override, with a header, in UTC. It knows voice and chat only; other
 * channels are left out. The queue's id is the importer's to fill in.
 */
public final class AmazonConnect implements Export {

  private static final Set<String> KNOWN = Set.of("voice", "chat");

  @Override
  public void begin(Appendable out) throws IOException {
    Text.line(
        out,
        ',',
        "QueueName",
        "QueueId",
        "ChannelType",
        "TimeStamp",
        "IncomingContactVolume",
        "AverageHandleTime");
  }

  @Override
  public void line(Appendable out, WfmLine line) throws IOException {
    if (KNOWN.contains(line.channel())) {
      Text.line(
          out,
          ',',
          line.queue(),
          "",
          line.channel().toUpperCase(Locale.ROOT),
          line.start(),
          line.figures().offered(),
          line.figures().aht());
    }
  }

  @Override
  public String fileName(Instant now) {
    return "connect-override.csv";
  }
}
