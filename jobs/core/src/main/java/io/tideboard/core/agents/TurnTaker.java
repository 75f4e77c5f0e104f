// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import java.util.List;

/** Is told what changed in the course of an agent's day. */
public interface TurnTaker {

  /**
   * At an instant an agent turned from one activity to another; with {@code times} −1 that turned
   * out not to have been.
   */
  void turned(long at, Activity before, Activity after, int times);

  /** Something about an agent of these queues was put right so many times, or was not after all. */
  void repaired(Repair repair, List<String> queues, int times);
}
