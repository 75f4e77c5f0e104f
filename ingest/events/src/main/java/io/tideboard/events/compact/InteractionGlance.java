// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import io.tideboard.events.EventType;
import io.tideboard.events.WireName;
import org.jspecify.annotations.Nullable;

/**
 * What shapes an interaction's course, read from the compact form without the rest: about a third
 * of the work of reading the whole event.
 *
 * @param occurredAt in microseconds since 1970
 * @param sender the source
 * @param digest of source and id, as {@link io.tideboard.events.EventHeader#digest()}
 * @param direction who reached out; null when not said
 * @param party who ended the conversation, or wrote the message; null when not said
 * @param kind of which scale the score is; null unless it is feedback
 * @param score within the range of {@code kind}
 */
public record InteractionGlance(
    EventType type,
    long occurredAt,
    String sender,
    long digest,
    @Nullable WireName channel,
    @Nullable String queue,
    @Nullable String agent,
    @Nullable String toQueue,
    @Nullable String toAgent,
    @Nullable WireName direction,
    @Nullable WireName party,
    @Nullable WireName kind,
    double score) {}
