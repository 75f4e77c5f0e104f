// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes, as people write it. */
final class ByteSize {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ?(|KiB|MiB|GiB)");

  private ByteSize() {}

  /** So many at least and at most. */
  static ValueType<Long> type(long least, long most) {
    return new ValueType<>(
        "bytes such as 4096, 64KiB, 5MiB or 1GiB, from " + format(least) + " to " + format(most),
        text -> {
          long bytes = parse(text);
          if (bytes < least || bytes > most) {
            throw new IllegalArgumentException(text);
          }
          return bytes;
        });
  }

  private static long parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text);
    }
    return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << shift(form.group(2)));
  }

  private static String format(long bytes) {
    for (String unit : new String[] {"GiB", "MiB", "KiB"}) {
      long one = 1L << shift(unit);
      if (bytes >= one && bytes % one == 0) {
        return bytes / one + unit;
      }
    }
    return String.valueOf(bytes);
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "KiB" -> 10;
      case "MiB" -> 20;
      case "GiB" -> 30;
      default -> 0;
    };
  }
}
