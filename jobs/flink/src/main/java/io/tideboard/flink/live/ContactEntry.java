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
 * @param customer a digest of whose it is, or 0
 * @param topic a hash of what it is about, or 0
 */
public record ContactEntry(
    Watched watched, long forgetAt, String source, long customer, int topic) {

  /** Not yet. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Of an interaction that nothing is known of. */
  public static final ContactEntry NONE = new ContactEntry(Watched.UNKNOWN, NEVER, "", 0, 0);

  /** The same, of which that source told, too. */
  ContactEntry toldBy(String other) {
    return source.isEmpty() || other.compareTo(source) < 0
        ? new ContactEntry(watched, forgetAt, other, customer, topic)
        : this;
  }

  /** The same, of that customer; whoever was named first stays. */
  ContactEntry of(long other, int about) {
    return customer == 0 && other != 0
        ? new ContactEntry(watched, forgetAt, source, other, about)
        : this;
  }

  /** Whether nothing was known of it. */
  boolean isNew() {
    return watched == Watched.UNKNOWN;
  }

  /** When the one timer is due that is set for it; meaningful only while it is alarmed. */
  long alarmMillis() {
    return Micros.ceilMillis(watched.alarmAt());
  }
}
