// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.util.Comparator;

/**
 * A place between two records.
 *
 * @param segment the number of the file
 * @param offset bytes from its beginning
 */
record Position(long segment, long offset) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::segment).thenComparingLong(Position::offset);

  /** The first of a segment. */
  static Position startOf(long segment) {
    return new Position(segment, Segment.HEADER_BYTES);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
