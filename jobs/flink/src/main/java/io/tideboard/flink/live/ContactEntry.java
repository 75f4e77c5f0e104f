// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.Watched;
import io.tideboard.core.clock.Micros;

/**
 * What is kept of one interaction.
 *
 * @param watched the interaction, and how far its promises have been watched
 * @param forgetAt when it may be forgotten, in milliseconds of the stream's time, or {@link #NEVER}
 *     while somebody waits or is served
 * @param source who told of it; of several the first in the alphabet
 */
public record ContactEntry(Watched watched, long forgetAt, String source) {

  /** Not yet. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Of an interaction that nothing is known of. */
  public static final ContactEntry NONE = new ContactEntry(Watched.UNKNOWN, NEVER, "");

  /** The same, of which that source told, too. */
  ContactEntry toldBy(String other) {
    return source.isEmpty() || other.compareTo(source) < 0
        ? new ContactEntry(watched, forgetAt, other)
        : this;
  }

  /** When the one timer is due that is set for it; meaningful only while it is alarmed. */
  long alarmMillis() {
    return Micros.ceilMillis(watched.alarmAt());
  }
}
