// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of a JSON string, eight bytes at a time. Only a string that is the same in UTF-8 as
 * in JSON has one here: without escapes, and well-formed (RFC 3629).
 *
 * <p>How eight bytes are looked at together: S. E. Anderson, "Bit Twiddling Hacks", "Determine if a
 * word has a byte less than n". In the result the lowest bit that is set is always right, higher
 * ones may not be.
 */
final class JsonText {

  static final int UNUSUAL = -1;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = '"' * EACH;
  private static final long ESCAPES = '\\' * EACH;
  private static final long BLANKS = ' ' * EACH;

  private JsonText() {}

  /**
   * Where the closing quote is of the string whose first character is at {@code from}, or {@link
   * #UNUSUAL}.
   */
  static int end(byte[] text, int from, int limit) {
    int at = from;
    while (at >= 0 && at < limit) {
      at = ordinary(text, at, limit);
      if (at == limit) {
        return UNUSUAL;
      }
      if (text[at] == '"') {
        return at;
      }
      at = text[at] < 0 ? afterCharacter(text, at, limit) : UNUSUAL;
    }
    return UNUSUAL;
  }

  /** The first byte that is not plain ASCII inside of a string. */
  private static int ordinary(byte[] text, int from, int limit) {
    int at = from;
    while (at + Long.BYTES <= limit) {
      long found = special(eightBytes(text, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      at += Long.BYTES;
    }
    while (at < limit && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
      at++;
    }
    return at;
  }

  /** The eight bytes from there on, the first of them lowest. */
  static long eightBytes(byte[] text, int at) {
    return (long) EIGHT_BYTES.get(text, at);
  }

  private static long special(long bytes) {
    long quote = bytes ^ QUOTES;
    long escape = bytes ^ ESCAPES;
    long found = (quote - EACH) & ~quote | (escape - EACH) & ~escape | (bytes - BLANKS) & ~bytes;
    return (found | bytes) & HIGH;
  }

  /** After the character of several bytes that begins at {@code at}. */
  private static int afterCharacter(byte[] text, int at, int limit) {
    int first = text[at] & 0xff;
    if (first >= 0xc2 && first <= 0xdf) {
      return continued(text, at, 2, limit) ? at + 2 : UNUSUAL;
    }
    int second = at + 1 < limit ? text[at + 1] & 0xff : 0;
    if (first >= 0xe0 && first <= 0xef) {
      boolean shortest = first != 0xe0 || second >= 0xa0;
      boolean surrogate = first == 0xed && second >= 0xa0;
      return shortest && !surrogate && continued(text, at, 3, limit) ? at + 3 : UNUSUAL;
    }
    if (first >= 0xf0 && first <= 0xf4) {
      boolean shortest = first != 0xf0 || second >= 0x90;
      boolean beyond = first == 0xf4 && second >= 0x90;
      return shortest && !beyond && continued(text, at, 4, limit) ? at + 4 : UNUSUAL;
    }
    return UNUSUAL;
  }

  private static boolean continued(byte[] text, int at, int length, int limit) {
    if (at + length > limit) {
      return false;
    }
    for (int i = at + 1; i < at + length; i++) {
      if ((text[i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
