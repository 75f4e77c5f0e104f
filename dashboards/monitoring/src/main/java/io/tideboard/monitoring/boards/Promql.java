// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

/**
 * The forms that the boards' queries have in common. Several wallboards tell the same: each queue
 * and channel counts once, whoever told it.
 */
final class Promql {

  /** What the board's variables choose. */
  static final String CHOSEN = "{queue=~\"$queue\", channel=~\"$channel\"}";

  private static final String EACH = "max by (queue, channel) (";

  private Promql() {}

  /** A gauge of every chosen queue and channel. */
  static String each(String gauge) {
    return EACH + gauge + CHOSEN + ")";
  }

  /** The same, added up. */
  static String sum(String gauge) {
    return "sum(" + each(gauge) + ")";
  }

  /** How much a counter of every chosen queue and channel grows, a minute. */
  static String perMinute(String counter) {
    return "60 * " + EACH + "rate(" + counter + CHOSEN + "[$__rate_interval]))";
  }

  /** How much it grew in all, while the board's time went by. */
  static String total(String counter) {
    return "sum(" + EACH + "increase(" + counter + CHOSEN + "[$__range])))";
  }

  /** A quantile of a histogram, by its queue and channel and, where given, a further label. */
  static String quantile(double quantile, String histogram, String by) {
    String labels = by.isEmpty() ? "le" : "le, " + by;
    return "histogram_quantile("
        + quantile
        + ", sum by ("
        + labels
        + ") (max without (instance) (rate("
        + histogram
        + "_bucket"
        + CHOSEN
        + "[$__rate_interval]))))";
  }

  /** The mean of a histogram. */
  static String mean(String histogram) {
    return ratio(grown(histogram + "_sum"), grown(histogram + "_count"));
  }

  private static String ratio(String part, String whole) {
    return "sum by (channel) (" + part + ") / sum by (channel) (" + whole + ")";
  }

  private static String grown(String counter) {
    return "max without (instance) (rate(" + counter + CHOSEN + "[$__rate_interval]))";
  }

  /** A series that a recording rule made of every queue and channel. */
  static String recorded(String series) {
    return series + CHOSEN;
  }
}
