// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import java.math.BigDecimal;

/** Numbers for people and programs: plain digits, at most six decimals, no trailing zeros. */
public final class Decimal {

  private static final double MILLION = 1e6;

  private Decimal() {}

  /** The value, rounded to six decimals. */
  public static String of(double value) {
    return ofMillionths(Math.round(value * MILLION));
  }

  /** Microseconds as seconds. */
  public static String seconds(long micros) {
    return ofMillionths(micros);
  }

  private static String ofMillionths(long millionths) {
    return millionths == 0
        ? "0"
        : BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }
}
