// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.platforms.freeswitch.CallcenterLists;
import io.tideboard.platforms.freeswitch.EslFrame;
import java.time.Instant;

/** What an event socket hears. */
interface EslListener {

  /** A frame that may hold an event. */
  void frame(EslFrame frame);

  /** Which core it is, and for how many seconds it has been running; -1 when it does not say. */
  void core(String uuid, long upSeconds, Instant now);

  /** Its lists, asked for at that time. */
  void lists(CallcenterLists lists, Instant askedAt);

  /** Whether an answer is a UUID, and not a complaint. */
  static boolean isUuid(String answer) {
    return answer.strip().matches("[0-9a-fA-F-]{8,64}");
  }

  /** Seconds as answered; -1 when it is something else. */
  static long seconds(String answer) {
    String digits = answer.strip();
    return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : -1;
  }
}
