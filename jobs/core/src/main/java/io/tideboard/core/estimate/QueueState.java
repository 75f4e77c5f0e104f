// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.estimate;

import io.tideboard.core.clock.Micros;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a queue on a channel at the moment at which a contact arrives.
 *
 * @param line who is there
 * @param agents who serves, or null when no agent's state is known
 * @param past how others waited
 */
public record QueueState(Line line, @Nullable Agents agents, Past past) {

  /** Length of the shorter window, in microseconds: what the line is doing now. */
  public static final long LATELY = 15 * 60 * Micros.SECOND;

  /** Length of the longer window, in microseconds: enough visits to know the line by. */
  public static final long RECENTLY = 60 * 60 * Micros.SECOND;

  /**
   * Who is there.
   *
   * @param waiting visits begun and not ended
   * @param longestWait how long the oldest of them waits, in microseconds; 0 when nobody does
   * @param inProgress contacts being served
   */
  public record Line(int waiting, long longestWait, int inProgress) {}

  /**
   * Who serves the queue on this channel.
   *
   * @param capacity how many contacts those signed in can serve at a time
   * @param free how many more they could take now
   */
  public record Agents(int capacity, int free) {}

  /**
   * How others waited, by when their visits ended.
   *
   * @param lately within {@link #LATELY}
   * @param recently within {@link #RECENTLY}
   * @param ever since the beginning
   */
  public record Past(PastWaits lately, PastWaits recently, PastWaits ever) {}
}
