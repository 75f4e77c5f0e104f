// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;

/**
 * A customer's rating from 1 to 5. Freshdesk counts from −103 (extremely unhappy) over 100
 * (neutral) to 103 (extremely happy): whoever is happy at all is satisfied, which is 4 and more.
 */
final class Rating {

  private Rating() {}

  /** The score of a rating as sent. */
  static double score(String rating) {
    return switch (rating) {
      case "103" -> 5;
      case "102" -> 4.5;
      case "101" -> 4;
      case "100" -> 3;
      case "-101" -> 2;
      case "-102" -> 1.5;
      case "-103" -> 1;
      default -> number(rating);
    };
  }

  private static double number(String rating) {
    try {
      return Double.parseDouble(rating);
    } catch (NumberFormatException e) {
      throw new InvalidEvent(ErrorCode.INVALID_VALUE, "rating", rating, "1 to 5, or 103 to -103");
    }
  }
}
