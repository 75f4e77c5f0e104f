// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import io.tideboard.events.AgentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does for a while.
 *
 * @param state the state that counts: who talks is busy, whatever is claimed
 * @param signedIn whether it counts as working time; an agent who answers without having signed in
 *     is shown, and not counted
 * @param parts what share of the agent is taken by contacts, in parts of {@link Capacity#WHOLE}
 * @param queues the queues to whose teams the agent belongs
 * @param told the state that was told, or null when none ever was
 * @param reason why, in the center's own words
 */
public record Activity(
    AgentState state,
    boolean signedIn,
    int parts,
    List<String> queues,
    @Nullable AgentState told,
    @Nullable String reason) {

  /** Of an agent of whom nothing is known. */
  static final Activity NONE = new Activity(AgentState.OFFLINE, false, 0, List.of(), null, null);
}
