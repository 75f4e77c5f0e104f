// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines out of bytes, however they are split: ended by a line feed, with or without a carriage
 * return before it. Of a line that is too long only its beginning is kept, and it is said that it
 * is not whole. Bytes that are no UTF-8 become replacement characters.
 */
public final class LineDecoder {

  /** Takes the lines. */
  public interface Lines {

    /**
     * One line.
     *
     * @param whole false when the line was longer than allowed, and only its beginning is here
     */
    void line(String line, boolean whole);
  }

  private final int longest;
  private final Lines lines;
  private byte[] partial = new byte[256];
  private int length;
  private boolean whole = true;

  /**
   * Nothing read yet.
   *
   * @param longest bytes of a line
   * @param lines what is made of them goes there, in order
   */
  public LineDecoder(int longest, Lines lines) {
    this.longest = longest;
    this.lines = lines;
  }

  /** Takes some bytes more. */
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at = readLine(bytes, at, to);
    }
  }

  /**
   * Takes bytes until the end of the present line at most.
   *
   * @return the index after the last byte taken
   */
  public int readLine(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    keep(bytes, from, end);
    if (end == to) {
      return to;
    }
    int kept = length > 0 && whole && partial[length - 1] == '\r' ? length - 1 : length;
    String line = new String(partial, 0, kept, StandardCharsets.UTF_8);
    boolean said = whole;
    length = 0;
    whole = true;
    lines.line(line, said);
    return end + 1;
  }

  private void keep(byte[] bytes, int from, int to) {
    int more = Math.min(to - from, longest - length);
    whole &= more == to - from;
    if (length + more > partial.length) {
      int larger = Math.min(longest, Math.max(partial.length * 2, length + more));
      partial = Arrays.copyOf(partial, larger);
    }
    System.arraycopy(bytes, from, partial, length, more);
    length += more;
  }
}
