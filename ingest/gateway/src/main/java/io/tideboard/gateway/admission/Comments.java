// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Customers' own words in surveys. They are kept only where that is configured, and then without
 * what looks like an address or a number of five digits or more: names remain.
 */
final class Comments {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]++@[^\\s@<>]++");
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_BETWEEN = 3;
  private static final String BETWEEN = " .-/()\t\n\r\u00a0";

  private final boolean kept;

  Comments(boolean kept) {
    this.kept = kept;
  }

  /** What is kept of a comment. */
  @Nullable String of(@Nullable String comment) {
    if (comment == null || !kept) {
      return null;
    }
    return withoutNumbers(ADDRESS.matcher(comment).replaceAll("(address)"));
  }

  /** By hand, since a regular expression for this needs a stack as deep as the comment is long. */
  private static String withoutNumbers(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int digits = 0;
      for (int i = at; i < text.length() && i - end <= MOST_BETWEEN; i++) {
        if (Character.isDigit(text.charAt(i))) {
          digits++;
          end = i + 1;
        } else if (digits == 0 || BETWEEN.indexOf(text.charAt(i)) < 0) {
          break;
        }
      }
      if (digits >= FEWEST_DIGITS) {
        masked.append("(number)");
      } else {
        end = Math.max(end, at + 1);
        masked.append(text, at, end);
      }
      at = end;
    }
    return masked.toString();
  }
}
