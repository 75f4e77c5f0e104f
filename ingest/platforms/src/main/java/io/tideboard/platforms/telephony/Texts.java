// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts out of a telephone system, which may hold anything, as an event may hold them. */
public final class Texts {

  private static final Set<String> NOBODY =
      Set.of("", "unknown", "<unknown>", "anonymous", "restricted", "unavailable", "private");

  private Texts() {}

  /** Without control characters and halves of surrogate pairs, and without blanks around it. */
  public static String clean(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || Character.isSurrogate(c)) {
        return rebuilt(text).strip();
      }
    }
    return text.strip();
  }

  /** As {@link #clean}, cut to so many characters; null when nothing is left. */
  public static @Nullable String cut(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    String clean = clean(text);
    String cut = clean.length() <= longest ? clean : clean(clean.substring(0, longest));
    return cut.isEmpty() ? null : cut;
  }

  /** A caller's number, or null where the system says that it knows none. */
  public static @Nullable String caller(@Nullable String number) {
    String clean = cut(number, 256);
    return clean == null || NOBODY.contains(clean.toLowerCase(Locale.ROOT)) ? null : clean;
  }

  /** A whole number of 0 or more, or {@code otherwise} when it is no such thing. */
  public static long whole(@Nullable String digits, long otherwise) {
    if (digits == null || digits.isEmpty() || digits.length() > 18) {
      return otherwise;
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return otherwise;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static String rebuilt(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= ' ' && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
