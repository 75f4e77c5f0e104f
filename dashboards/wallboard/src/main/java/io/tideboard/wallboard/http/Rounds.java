// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

/**
 * Rounds in which all viewers are told what is new, each with the change of the board up to which
 * it told. Viewers that missed rounds are told together by how many they missed, to the next power
 * of two: so there are at most a few different things to tell, however many fell behind, and nobody
 * is told much more than it missed.
 */
final class Rounds {

  private static final int REMEMBERED = 1 << 14;

  private final long[] sequences = new long[REMEMBERED];
  private long last;

  /** The number of the latest round. */
  long last() {
    return last;
  }

  /** A round that tells everything up to that change. */
  void next(long sequence) {
    last++;
    sequences[place(last)] = sequence;
  }

  /**
   * The change after which a viewer has to be told of everything, when it knows that round: 0, the
   * beginning, when that is too long ago.
   */
  long after(long known) {
    long missed = last - known;
    if (missed <= 0) {
      return sequences[place(last)];
    }
    long from = last - (2 * Long.highestOneBit(missed) - 1);
    return from <= 0 || last - from >= REMEMBERED ? 0 : sequences[place(from)];
  }

  /** The latest round that told no more than that change; −1 when that is too long ago. */
  long roundOf(long sequence) {
    if (sequence < 0) {
      return -1;
    }
    long eldest = Math.max(1, last - REMEMBERED + 1);
    for (long round = last; round >= eldest; round--) {
      if (sequences[place(round)] <= sequence) {
        return round;
      }
    }
    return -1;
  }

  private static int place(long round) {
    return (int) (round & REMEMBERED - 1);
  }
}
