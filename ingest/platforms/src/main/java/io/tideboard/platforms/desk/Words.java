// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.events.Limits;
import org.jspecify.annotations.Nullable;

/**
 * People's own words, made to fit where an event may have them: a survey is worth more than the
 * control character in its comment.
 */
final class Words {

  private Words() {}

  /** A reason: one line of at most 64 characters; null when nothing is left. */
  static @Nullable String reason(@Nullable String words) {
    return words == null ? null : cut(writable(words.replaceAll("\\s", " ")), Limits.NAME);
  }

  /** A comment: at most 4096 characters; null when nothing is left. */
  static @Nullable String comment(@Nullable String words) {
    return words == null ? null : cut(writable(words), Limits.COMMENT);
  }

  private static String writable(String words) {
    StringBuilder kept = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static @Nullable String cut(String words, int longest) {
    int end = Math.min(words.length(), longest);
    if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
      end--;
    }
    String kept = words.substring(0, end).strip();
    return kept.isEmpty() ? null : kept;
  }
}
