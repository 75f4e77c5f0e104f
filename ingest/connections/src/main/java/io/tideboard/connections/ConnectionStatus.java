// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.util.Map;

/**
 * How a connection stands. Counts are since it was made and never fall. read = told something +
 * ignored + refused, in messages or lines.
 *
 * @param ready whether it is logged in, or the file is open
 * @param opened how often it was
 * @param failed how often opening it failed, a refused login included
 * @param read messages or lines that were understood as such
 * @param tooLong messages or lines that were dropped for their length
 * @param ignored of no concern, by their kind as the platform names it; of at most 200 kinds
 * @param refused of a known kind, but not to be read as an event
 * @param told events that were made of them
 * @param acknowledged events that the sink has acknowledged
 * @param sentAgain how often a batch had to be sent again
 * @param pending events that wait to be acknowledged
 * @param problem why it is not ready, or what was wrong last; empty when nothing was
 */
public record ConnectionStatus(
    boolean ready,
    long opened,
    long failed,
    long read,
    long tooLong,
    Map<String, Long> ignored,
    long refused,
    long told,
    long acknowledged,
    long sentAgain,
    long pending,
    String problem) {}
