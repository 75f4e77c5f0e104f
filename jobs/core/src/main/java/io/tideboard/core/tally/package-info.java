// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * What is counted of a queue, as sums that can be added and taken back, and the ratios read from
 * them.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.tally;
