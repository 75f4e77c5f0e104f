// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import org.jspecify.annotations.Nullable;

/**
 * An event that the gateway did not accept.
 *
 * @param id the event's; null when the gateway did not name it
 * @param code why, from the contract's closed list
 */
public record Refusal(@Nullable String id, String code, String message) {}
