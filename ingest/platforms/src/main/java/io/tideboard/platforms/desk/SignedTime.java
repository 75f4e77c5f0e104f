// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.SignatureScheme.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Whether a signed time is recent: five minutes to either side, for clocks that differ. */
public final class SignedTime {

  /** How far a signed time may be off. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private SignedTime() {}

  /**
   * The verdict on a signature, in view of the time that it signs.
   *
   * @param verdict on the signature alone
   * @param timestamp as signed: RFC 3339 or an epoch; what is neither proves no recent signature
   */
  public static Verdict judged(Verdict verdict, String timestamp, Instant now) {
    if (verdict != Verdict.GENUINE) {
      return verdict;
    }
    try {
      Duration off = Duration.between(DeskTimes.of("timestamp", timestamp), now).abs();
      return off.compareTo(TOLERANCE) <= 0 ? Verdict.GENUINE : Verdict.STALE;
    } catch (InvalidEvent e) {
      return Verdict.STALE;
    }
  }
}
