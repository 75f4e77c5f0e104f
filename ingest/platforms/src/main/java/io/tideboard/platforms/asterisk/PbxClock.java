// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Times;
import java.time.Instant;

/**
 * Asterisk's own clock, as far as its messages tell. Events carry a time when {@code
 * timestampevents} is on, answers never do: those get the time of their arrival, shifted by what
 * the clocks differ.
 */
final class PbxClock {

  private long shift;
  private long latest;

  /** When the message was written, in microseconds. */
  long at(AmiMessage message, Instant receivedAt) {
    long received = Times.micros(receivedAt);
    long written = Times.ofFraction(message.get("Timestamp"));
    long at = written < 0 ? received + shift : written;
    shift = at - received;
    boolean event = !message.event().isEmpty() && !message.event().equals("FullyBooted");
    latest = event ? Math.max(latest, at) : latest;
    return at;
  }

  /** What Asterisk's clock shows at an instant of ours. */
  long at(Instant now) {
    return Times.micros(now) + shift;
  }

  /** The time of the latest event; 0 before the first. */
  long latest() {
    return latest;
  }
}
