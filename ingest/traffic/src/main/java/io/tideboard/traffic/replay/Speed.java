// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

/**
 * How much faster than it happened something is played.
 *
 * @param factor 1 for real time, 60 for an hour a minute, 0 for as fast as possible
 */
public record Speed(double factor) {

  /** As fast as the receiver takes it. */
  public static final Speed MAX = new Speed(0);

  public Speed {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "'" + factor + "' in speed: expected a number of times real time, or max");
    }
  }

  /**
   * The speed that a user wrote: {@code 60}, {@code 60x}, {@code 0.5} or {@code max}.
   *
   * @throws IllegalArgumentException naming the text and what was expected
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    try {
      return new Speed(
          Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' in speed: expected a number of times real time, or max", e);
    }
  }

  boolean isUnbounded() {
    return factor == 0;
  }
}
