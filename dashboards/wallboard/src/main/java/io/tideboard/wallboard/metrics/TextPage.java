// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A page of metrics in Prometheus' text format, in memory. Half a million lines are written for one
 * scrape, nearly all of the same few names and labels: these are bytes already, and only copied.
 */
final class TextPage extends OutputStream {

  private static final byte[] POINT_ZERO = ascii(".0");
  private static final double EXACT = 1L << 53;

  private byte[] bytes;
  private int size;

  /**
   * @param expected how many bytes it will be about
   */
  TextPage(int expected) {
    bytes = new byte[Math.max(1024, expected)];
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  TextPage put(byte[] text) {
    write(text, 0, text.length);
    return this;
  }

  TextPage put(char ascii) {
    write(ascii);
    return this;
  }

  TextPage put(double value) {
    long whole = (long) value;
    if (whole == value && Math.abs(value) < EXACT) {
      return digits(whole).put(POINT_ZERO);
    }
    return put(ascii(text(value)));
  }

  private static String text(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
  }

  private TextPage digits(long value) {
    if (value < 0) {
      write('-');
    }
    long rest = Math.abs(value);
    int length = 1;
    for (long left = rest; left >= 10; left /= 10) {
      length++;
    }
    room(length);
    for (int i = size + length - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
    return this;
  }

  @Override
  public void write(int octet) {
    room(1);
    bytes[size++] = (byte) octet;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  int size() {
    return size;
  }

  /** Everything from the beginning again. */
  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
