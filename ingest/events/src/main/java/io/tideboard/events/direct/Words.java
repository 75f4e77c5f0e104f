// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A closed set of ASCII spellings, each with a number, found by their bytes. */
final class Words {

  static final int NONE = -1;

  private static final int SLOTS_A_WORD = 8;

  private final byte[][] words;
  private final int[] numbers;
  private final int mask;

  /**
   * @param numbers of each spelling, 0 or more
   */
  Words(Map<String, Integer> numbers) {
    int slots = Integer.highestOneBit(SLOTS_A_WORD * numbers.size());
    this.words = new byte[slots][];
    this.numbers = new int[slots];
    this.mask = slots - 1;
    numbers.forEach((word, number) -> put(word.getBytes(StandardCharsets.US_ASCII), number));
  }

  /** The number of the word that stands there, or {@link #NONE}. Not for an empty one. */
  int find(byte[] text, int from, int to) {
    for (int slot = slot(text, from, to); ; slot = (slot + 1) & mask) {
      byte[] word = words[slot];
      if (word == null) {
        return NONE;
      }
      if (Arrays.equals(word, 0, word.length, text, from, to)) {
        return numbers[slot];
      }
    }
  }

  private void put(byte[] word, int number) {
    int slot = slot(word, 0, word.length);
    while (words[slot] != null) {
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    numbers[slot] = number;
  }

  /** Length, ends and middle tell our words apart well; a sender gains nothing by collisions. */
  private int slot(byte[] text, int from, int to) {
    int hash = (to - from) * 31 + text[from];
    hash = hash * 31 + text[to - 1];
    hash = hash * 31 + text[(from + to) >>> 1];
    return (hash ^ hash >>> 7) & mask;
  }
}
