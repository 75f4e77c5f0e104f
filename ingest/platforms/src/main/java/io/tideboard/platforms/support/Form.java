// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body of {@code application/x-www-form-urlencoded}: its pairs in their order. */
public final class Form {

  private final List<Map.Entry<String, String>> pairs;

  private Form(List<Map.Entry<String, String>> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * The pairs of a text.
   *
   * @throws InvalidEvent {@code invalid_value} when a percent sign is not followed by two digits
   */
  public static Form of(String text) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.add(Map.entry(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1))));
      }
    }
    return new Form(pairs);
  }

  /** Every pair, in the order of the body. */
  public List<Map.Entry<String, String>> pairs() {
    return pairs;
  }

  /** The first value of that name; null when absent or empty. */
  public @Nullable String text(String name) {
    for (Map.Entry<String, String> pair : pairs) {
      if (pair.getKey().equals(name)) {
        return pair.getValue().isEmpty() ? null : pair.getValue();
      }
    }
    return null;
  }

  /** As {@link #text}, of a value that must be there: {@code missing_field} otherwise. */
  public String neededText(String name) {
    String text = text(name);
    if (text == null) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, name, null, "1 or more characters");
    }
    return text;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // The text itself is not shown: it may be a customer's.
      throw new InvalidEvent(
          ErrorCode.INVALID_VALUE, null, "%", "a form, with two digits after each %");
    }
  }
}
