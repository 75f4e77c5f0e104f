// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import java.util.Arrays;

/**
 * In which order senders write fields: behind each field, the two that were seen there last. A
 * sender writes its events alike, so what stands next need not be looked up but only confirmed.
 */
final class Habits {

  /** Stands for the beginning of an event among the fields. */
  static final int BEGIN = Vocabulary.TYPE + 1;

  static final int NONE = -1;

  private final int[] likely = new int[BEGIN + 1];
  private final int[] second = new int[BEGIN + 1];

  Habits() {
    Arrays.fill(likely, NONE);
    Arrays.fill(second, NONE);
  }

  /**
   * The field whose member begins there, behind that one; {@link #NONE} when it is no usual one.
   */
  int guess(int previous, byte[] text, int at, int limit) {
    int field = likely[previous];
    if (field >= 0 && Beginning.of(field).standsAt(text, at, limit)) {
      return field;
    }
    field = second[previous];
    if (field >= 0 && Beginning.of(field).standsAt(text, at, limit)) {
      saw(previous, field);
      return field;
    }
    return NONE;
  }

  /** Takes note that the one came behind the other. */
  void saw(int previous, int field) {
    if (likely[previous] != field) {
      second[previous] = likely[previous];
      likely[previous] = field;
    }
  }
}
