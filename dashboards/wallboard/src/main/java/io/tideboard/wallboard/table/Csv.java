// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180, with a line feed at the end of each line. */
final class Csv {

  private Csv() {}

  /** Writes one line; null is an empty field. */
  static void line(Appendable out, List<? extends @Nullable String> fields) throws IOException {
    Iterator<? extends @Nullable String> rest = fields.iterator();
    while (rest.hasNext()) {
      String field = rest.next();
      if (field != null) {
        out.append(quoted(field));
      }
      out.append(rest.hasNext() ? ',' : '\n');
    }
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
