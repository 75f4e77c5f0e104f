// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lines of such files. */
final class Text {

  private Text() {}

  /** One line; fields with a separator, a quote or a line end in them are quoted. */
  static void line(Appendable out, char separator, Object... fields) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      out.append(quoted(text(fields[i]), separator));
      out.append(i < fields.length - 1 ? separator : '\n');
    }
  }

  private static String text(Object field) {
    return field instanceof Double number ? number(number) : field.toString();
  }

  /** At most two decimals: nobody plans in smaller parts of a contact or of a second. */
  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String field, char separator) {
    boolean plain =
        field.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
