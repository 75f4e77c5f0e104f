// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.core.queue.QueueKey;
import java.util.List;

/**
 * What all rules find of a queue on a channel at one moment. Of two readings with the same {@link
 * #levels} the second says nothing new.
 *
 * @param key channel {@code *} for the team
 * @param at in microseconds
 * @param inHours whether the queue is open; when not, nothing is found
 * @param findings those that are not clear
 */
public record Reading(QueueKey key, long at, boolean inHours, List<Finding> findings) {

  private static final int BITS_OF_A_LEVEL = 2;

  public Reading {
    findings = List.copyOf(findings);
  }

  /** The levels of all rules and the hours, as a number. */
  public int levels() {
    int levels = inHours ? 1 : 0;
    for (Finding finding : findings) {
      levels |= finding.level().ordinal() << (1 + BITS_OF_A_LEVEL * finding.kind().ordinal());
    }
    return levels;
  }
}
