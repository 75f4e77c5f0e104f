// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A closed set of ASCII spellings, each with a number, found by their bytes: by length and last
 * eight bytes, which hardly two of them share, so that a whole word is compared only once.
 */
final class Words {

  static final int NONE = -1;

  private static final int SLOTS_A_WORD = 8;

  private final byte[][] words;
  private final long[] tails;
  private final int[] numbers;
  private final int mask;

  /**
   * @param numbers of each spelling, 0 or more
   */
  Words(Map<String, Integer> numbers) {
    int slots = Integer.highestOneBit(SLOTS_A_WORD * numbers.size());
    this.words = new byte[slots][];
    this.tails = new long[slots];
    this.numbers = new int[slots];
    this.mask = slots - 1;
    numbers.forEach((word, number) -> put(word.getBytes(StandardCharsets.US_ASCII), number));
  }

  /** The number of the word that stands there, or {@link #NONE}. Not for an empty one. */
  int find(byte[] text, int from, int to) {
    int length = to - from;
    long tail = tail(text, from, to);
    for (int slot = slot(tail, length); ; slot = (slot + 1) & mask) {
      byte[] word = words[slot];
      if (word == null) {
        return NONE;
      }
      if (tails[slot] == tail && word.length == length && beginsAlike(word, text, from)) {
        return numbers[slot];
      }
    }
  }

  /** All but the last eight bytes, which are compared already. */
  private static boolean beginsAlike(byte[] word, byte[] text, int from) {
    int rest = word.length - Long.BYTES;
    return rest <= 0 || Arrays.equals(word, 0, rest, text, from, from + rest);
  }

  private void put(byte[] word, int number) {
    long tail = tail(word, 0, word.length);
    int slot = slot(tail, word.length);
    while (words[slot] != null) {
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    tails[slot] = tail;
    numbers[slot] = number;
  }

  /** The last eight bytes, or as many as there are. */
  private static long tail(byte[] text, int from, int to) {
    if (to >= Long.BYTES) {
      long tail = JsonText.eightBytes(text, to - Long.BYTES);
      int before = Long.BYTES - (to - from);
      return before > 0 ? tail >>> before * Byte.SIZE : tail;
    }
    long tail = 0;
    for (int i = to - 1; i >= from; i--) {
      tail = tail << Byte.SIZE | text[i];
    }
    return tail;
  }

  /** By Fibonacci hashing; a sender gains nothing by collisions in a table that never changes. */
  private int slot(long tail, int length) {
    return (int) ((tail + length) * 0x9e3779b97f4a7c15L >>> 40) & mask;
  }
}
