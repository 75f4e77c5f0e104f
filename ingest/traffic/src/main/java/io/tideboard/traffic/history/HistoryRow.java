// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.history;

import java.time.Instant;

/**
 * What came to a queue on a channel in one interval.
 *
 * @param start of the interval
 * @param contacts how many came, 0 or more
 * @param ahtSeconds their mean handle time; {@link Double#NaN} where it is not known
 */
public record HistoryRow(
    String queue, String channel, Instant start, int contacts, double ahtSeconds) {}
