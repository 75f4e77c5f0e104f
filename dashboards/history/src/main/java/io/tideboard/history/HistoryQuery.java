// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.results.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are meant.
 *
 * @param basis to which interval a count belongs
 * @param queue only this queue; null for all
 * @param channel only this channel; null for all
 */
public record HistoryQuery(
    Basis basis, @Nullable String queue, @Nullable String channel, Period period) {}
