// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.DeclineReason;
import io.tideboard.platforms.telephony.Texts;

/** Lines of the queue log about calls that rang and were not taken. */
final class RingLines {

  private static final long LONGEST_RING_MS = 86_400_000;

  private RingLines() {}

  /** Tells the line, if it is one of these. */
  static boolean tell(CallBook calls, Entry entry, QueueLogLine line) {
    switch (line.event()) {
      case "RINGNOANSWER" -> {
        rang(calls, entry, line);
        calls.declined(entry, line.leg(), DeclineReason.NO_ANSWER);
      }
      // The caller went away while it rang: nobody declined.
      case "RINGCANCELED" -> rang(calls, entry, line);
      case "AGENTDUMP" -> calls.declined(entry, line.leg(), DeclineReason.REJECTED);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** These lines count milliseconds, where CONNECT counts seconds. */
  private static void rang(CallBook calls, Entry entry, QueueLogLine line) {
    long millis = Texts.whole(line.data(0), -1);
    if (millis >= 0 && millis <= LONGEST_RING_MS) {
      calls.offered(entry, line.leg(), entry.at() - millis * 1000);
    }
  }
}
