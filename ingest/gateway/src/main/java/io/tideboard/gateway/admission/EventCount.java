// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.json.EventFormat;

/**
 * How many events a body seems to hold, at a glance: elements of the outermost array, or lines. Not
 * exact for what is not JSON, but never less than a decoder would make of it.
 */
final class EventCount {

  private EventCount() {}

  static int of(EventFormat format, byte[] body, int length) {
    return format == EventFormat.NDJSON ? lines(body, length) : elements(body, length);
  }

  private static int lines(byte[] body, int length) {
    int lines = 1;
    for (int i = 0; i < length; i++) {
      if (body[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }

  private static int elements(byte[] body, int length) {
    int elements = 1;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < length; i++) {
      byte b = body[i];
      if (quoted) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      } else if (b == ',' && depth == 1) {
        elements++;
      }
    }
    return elements;
  }
}
