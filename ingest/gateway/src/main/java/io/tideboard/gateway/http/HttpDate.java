// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.DateFormatter;
import java.util.Date;

/** The present time as HTTP writes it, formatted once a second. */
final class HttpDate {

  private record Formatted(long second, String text) {}

  private static volatile Formatted last = new Formatted(-1, "");

  private HttpDate() {}

  static String now() {
    long second = System.currentTimeMillis() / 1000;
    Formatted known = last;
    if (known.second != second) {
      known = new Formatted(second, DateFormatter.format(new Date(second * 1000)));
      last = known;
    }
    return known.text;
  }
}
