// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.Watched;

/**
 * What is kept of one interaction.
 *
 * @param watched the interaction, and how far its promises have been watched
 * @param wakeAt the one timer that is set for it, in milliseconds of the stream's time, or {@link
 *     #ASLEEP}
 */
public record ContactEntry(Watched watched, long wakeAt) {

  /** No timer is set. */
  public static final long ASLEEP = Long.MIN_VALUE;

  /** Of an interaction that nothing is known of. */
  public static final ContactEntry NONE = new ContactEntry(Watched.UNKNOWN, ASLEEP);
}
