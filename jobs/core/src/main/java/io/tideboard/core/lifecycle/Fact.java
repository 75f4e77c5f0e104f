// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What an event changed in an interaction's picture: something is no longer so, something now is.
 * Adding up facts gives the same sums in whatever order they come.
 */
public sealed interface Fact {

  /** A queue visit began (no {@code before}), changed, or turned out never to have been. */
  record VisitRevised(@Nullable QueueVisit before, @Nullable QueueVisit after) implements Fact {}

  /** A handled leg began (no {@code before}), changed, or turned out never to have been. */
  record LegRevised(@Nullable HandledLeg before, @Nullable HandledLeg after) implements Fact {}
}
