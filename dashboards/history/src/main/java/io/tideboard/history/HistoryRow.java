// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.results.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * An interval as it is shown.
 *
 * @param team what the agents of the queue did meanwhile; null when nothing is known of it
 */
public record HistoryRow(IntervalRow row, @Nullable TeamTimes team) {}
