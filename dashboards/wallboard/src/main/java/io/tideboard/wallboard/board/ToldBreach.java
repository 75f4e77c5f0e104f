// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.results.BreachRecord;

/**
 * A breach record, as known here; a withdrawn one is kept as the news that it never was.
 *
 * @param sequence its place among all changes of the board
 */
public record ToldBreach(BreachRecord told, long sequence) {}
