// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

/** What stands between the tokens of JSON. */
final class Blanks {

  private Blanks() {}

  /** The first index that holds no blank; unusual from what is unusual already. */
  static int skip(byte[] text, int from, int limit) {
    int at = from;
    while (at >= 0 && at < limit && isBlank(text[at])) {
      at++;
    }
    return at;
  }

  /** Past the mark that must stand there, and past what is blank after it; or unusual. */
  static int after(char mark, byte[] text, int at, int limit) {
    return at >= 0 && at < limit && text[at] == mark ? skip(text, at + 1, limit) : JsonText.UNUSUAL;
  }

  private static boolean isBlank(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
  }
}
