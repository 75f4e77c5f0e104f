// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether Asterisk has started anew, which the manager interface says by nothing but the uptime in
 * {@code FullyBooted}, a message without a time. It is judged by the time of the message after it.
 */
final class Boots {

  /** Uptimes are whole seconds. */
  private static final long ROUNDING = Times.SECOND;

  /** On a first connection, a start longer ago than this closes nothing that is still open. */
  private static final long HORIZON = Duration.ofHours(24).toSeconds() * Times.SECOND;

  private long uptime = -1;
  private long lastBoot;
  private long heardBefore;

  /** The connection is gone; the latest time that an event carried on it, 0 when none did. */
  void disconnected(long latest) {
    heardBefore = latest;
  }

  void fullyBooted(AmiMessage message) {
    long seconds = Texts.whole(message.get("Uptime"), -1);
    uptime = seconds < 0 || seconds > 100L * 366 * 86_400 ? -1 : seconds * Times.SECOND;
  }

  /**
   * When Asterisk started anew since the connection before, in microseconds; null when it did not.
   *
   * @param at the time of the message after {@code FullyBooted}
   */
  @Nullable Long since(long at) {
    if (uptime < 0) {
      return null;
    }
    long earliest = at - uptime - ROUNDING;
    boolean first = heardBefore == 0;
    boolean anew = first ? uptime <= HORIZON : earliest + ROUNDING > heardBefore;
    boolean known = lastBoot != 0 && Math.abs(earliest - lastBoot) <= 2 * ROUNDING;
    uptime = -1;
    if (!anew || known) {
      return null;
    }
    lastBoot = earliest;
    // Nothing that was heard before can have happened after it.
    return Math.max(earliest, heardBefore + 1);
  }
}
