// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state of an agent, read from the compact form without making the event.
 *
 * @param occurredAt in microseconds since 1970
 * @param digest of source and id, as {@link io.tideboard.events.EventHeader#digest()}
 * @param source the sending system
 * @param state the state from then on
 * @param reason why, when said
 * @param queues the queues served; empty when not said
 * @param capacity how many contacts at once by channel; empty when not said
 */
public record AgentGlance(
    long occurredAt,
    long digest,
    String source,
    AgentState state,
    @Nullable String reason,
    List<String> queues,
    Map<Channel, Integer> capacity) {}
