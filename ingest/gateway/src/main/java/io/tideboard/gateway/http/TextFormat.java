// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.tideboard.events.json.EventFormat;

/**
 * How a text without a content type holds events: one JSON value, even over several lines, or one
 * event a line.
 */
final class TextFormat {

  private TextFormat() {}

  static EventFormat of(byte[] text, int length) {
    int end = afterFirstValue(text, length);
    return end < 0 || hasMore(text, end, length) ? EventFormat.NDJSON : EventFormat.JSON;
  }

  /** The index after the first object or array; -1 where none ends. */
  private static int afterFirstValue(byte[] text, int length) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < length; i++) {
      byte b = text[i];
      if (quoted) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"' && depth > 0) {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth <= 0) {
          return i + 1;
        }
      } else if (depth == 0 && !isBlank(b)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hasMore(byte[] text, int from, int length) {
    for (int i = from; i < length; i++) {
      if (!isBlank(text[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
