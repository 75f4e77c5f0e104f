// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import io.tideboard.events.Limits;
import java.util.Arrays;

/** An object of short strings, as it stands in a body: where names and values are. */
final class Pairs {

  /** Bounds of one pair: of its name, then of its value. */
  static final int BOUNDS = 4;

  private final int[] bounds = new int[BOUNDS * Limits.ATTRIBUTES];
  private final int[] moved = new int[BOUNDS];
  private int count;

  int count() {
    return count;
  }

  /** {@link #BOUNDS} for each pair, sorted by the pairs' names. */
  int[] bounds() {
    return bounds;
  }

  /**
   * Reads the object that begins at {@code from}; the index after it, or {@link JsonText#UNUSUAL}.
   */
  int read(byte[] text, int from, int limit) {
    count = 0;
    int at = Blanks.after('{', text, from, limit);
    while (at >= 0) {
      at = pair(text, at, limit);
      if (at < 0 || !insert(text)) {
        return JsonText.UNUSUAL;
      }
      at = Blanks.skip(text, at, limit);
      if (at < limit && text[at] == '}') {
        return at + 1;
      }
      at = Blanks.after(',', text, at, limit);
    }
    return JsonText.UNUSUAL;
  }

  /** Reads one to {@code moved}. */
  private int pair(byte[] text, int from, int limit) {
    int nameEnd = string(text, from, limit, 0);
    if (nameEnd < 0 || moved[1] - moved[0] > Limits.NAME || !isAscii(text, moved[0], moved[1])) {
      return JsonText.UNUSUAL;
    }
    int colon = Blanks.skip(text, nameEnd, limit);
    int valueEnd = string(text, Blanks.after(':', text, colon, limit), limit, 2);
    return moved[3] - moved[2] > Limits.VALUE ? JsonText.UNUSUAL : valueEnd;
  }

  /** The index after a string that is not empty; its bounds go to {@code moved}. */
  private int string(byte[] text, int from, int limit, int to) {
    if (from < 0 || from >= limit || text[from] != '"') {
      return JsonText.UNUSUAL;
    }
    int end = JsonText.end(text, from + 1, limit);
    if (end <= from + 1) {
      return JsonText.UNUSUAL;
    }
    moved[to] = from + 1;
    moved[to + 1] = end;
    return end + 1;
  }

  /** Puts the pair in its place; false when there are too many, or two with the same name. */
  private boolean insert(byte[] text) {
    if (count == Limits.ATTRIBUTES) {
      return false;
    }
    int place = count;
    while (place > 0 && order(text, place - 1) > 0) {
      place--;
    }
    if (place > 0 && order(text, place - 1) == 0) {
      return false;
    }
    int at = BOUNDS * place;
    System.arraycopy(bounds, at, bounds, at + BOUNDS, BOUNDS * (count - place));
    System.arraycopy(moved, 0, bounds, at, BOUNDS);
    count++;
    return true;
  }

  /** Whether the pair of that number stands behind the new one, as by {@code compareTo}. */
  private int order(byte[] text, int number) {
    int at = BOUNDS * number;
    return Arrays.compareUnsigned(text, bounds[at], bounds[at + 1], text, moved[0], moved[1]);
  }

  /** Strings are in the order of their UTF-16 units, which is not that of UTF-8 for all. */
  private static boolean isAscii(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
