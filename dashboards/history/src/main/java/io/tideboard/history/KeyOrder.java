// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import io.tideboard.core.queue.QueueKey;
import java.util.Comparator;

/** By queue, then channel, each by its code points: as bytes of UTF-8 compare, in any store. */
public final class KeyOrder {

  /** The order. */
  public static final Comparator<QueueKey> ORDER =
      Comparator.comparing(QueueKey::queue, KeyOrder::compare)
          .thenComparing(QueueKey::channel, KeyOrder::compare);

  private KeyOrder() {}

  private static int compare(String a, String b) {
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (same == a.length() || same == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    char mine = a.charAt(same);
    char others = b.charAt(same);
    // A half of a pair stands for a code point beyond all single ones.
    boolean pair = Character.isSurrogate(mine);
    return pair == Character.isSurrogate(others) ? Character.compare(mine, others) : pair ? 1 : -1;
  }
}
