// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

/** Writes the lines of one metric for one queue, and counts them. */
final class Line {

  private static final byte[] NOTHING = {};
  private static final byte[] END = TextPage.ascii("} ");

  private final TextPage page;
  private byte[] name = NOTHING;
  private byte[] labels = NOTHING;
  private int count;

  Line(TextPage page) {
    this.page = page;
  }

  /** The lines that follow are of that metric, and of a queue with those labels. */
  void of(byte[] name, byte[] labels) {
    this.name = name;
    this.labels = labels;
  }

  /** The only one. */
  void value(double value) {
    value(NOTHING, NOTHING, value);
  }

  /** One of several. */
  void value(byte[] moreLabels, double value) {
    value(NOTHING, moreLabels, value);
  }

  /**
   * A part of a histogram.
   *
   * @param suffix of the metric's name
   * @param moreLabels each with a comma before it
   */
  void value(byte[] suffix, byte[] moreLabels, double value) {
    page.put(name).put(suffix).put(labels).put(moreLabels).put(END).put(value).put('\n');
    count++;
  }

  /** A further label, with the comma before it. */
  static byte[] label(String name, String plain) {
    return TextPage.ascii(',' + name + "=\"" + plain + '"');
  }

  /** How many lines there were. */
  int count() {
    return count;
  }
}
