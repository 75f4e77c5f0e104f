// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Texts;
import io.tideboard.platforms.telephony.Times;
import org.jspecify.annotations.Nullable;

/**
 * How long Asterisk says that something lasted, in microseconds; -1 where it does not say. It
 * counts whole seconds.
 *
 * @param hold from entering the queue to the answer or the giving up
 * @param talk from the answer to the end
 */
record Lasted(long hold, long talk) {

  static final Lasted UNSAID = new Lasted(-1, -1);

  static Lasted ofSeconds(@Nullable String hold, @Nullable String talk) {
    return new Lasted(micros(hold), micros(talk));
  }

  private static long micros(@Nullable String seconds) {
    long whole = Texts.whole(seconds, -1);
    return whole < 0 || whole > 7 * 86_400 ? -1 : whole * Times.SECOND;
  }
}
