// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.Interaction;

/**
 * An interaction, and how far its promises have been watched: every warning and breach before
 * {@code alarmAt} has been told, and the next one is due then.
 *
 * @param alarmAt in microseconds, or {@link Promise#NEVER}
 */
public record Watched(Interaction interaction, long alarmAt) {

  /** Of which nothing is known yet. */
  public static final Watched UNKNOWN = new Watched(Interaction.UNKNOWN, Promise.NEVER);

  /** Whether a warning or breach is still to come. */
  public boolean alarmed() {
    return alarmAt != Promise.NEVER;
  }
}
