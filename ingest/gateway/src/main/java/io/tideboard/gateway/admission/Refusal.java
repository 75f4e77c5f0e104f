// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.InvalidEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event that may not pass.
 *
 * @param index its place in the request, counted from 0
 * @param id its id, when it could be read
 * @param why code, field, value and what was expected
 */
public record Refusal(int index, @Nullable String id, InvalidEvent why) {}
