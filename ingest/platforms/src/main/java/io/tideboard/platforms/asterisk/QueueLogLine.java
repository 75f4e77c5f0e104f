// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the queue log: {@code time|callid|queue|agent|event|data...}.
 *
 * @param at in microseconds; the log knows whole seconds
 * @param leg whom it is about, empty where the log says NONE
 * @param data what follows, as many parts as there are
 */
record QueueLogLine(long at, Leg leg, String event, List<String> data) {

  private static final int HEAD = 5;
  private static final int MOST_PARTS = 64;

  private static final String START = "|NONE|NONE|NONE|QUEUESTART|";
  private static final int TIME_DIGITS = 10;

  /** The line, or null when it is none. */
  static @Nullable QueueLogLine of(String text) {
    String line = afterCut(text);
    List<String> parts = new ArrayList<>(10);
    int from = 0;
    while (parts.size() < MOST_PARTS) {
      int bar = line.indexOf('|', from);
      parts.add(line.substring(from, bar < 0 ? line.length() : bar));
      if (bar < 0) {
        break;
      }
      from = bar + 1;
    }
    long at = Times.ofSeconds(parts.get(0));
    if (at < 0 || parts.size() < HEAD || parts.get(4).isEmpty()) {
      return null;
    }
    Leg leg = new Leg(named(parts.get(1)), named(parts.get(2)), named(parts.get(3)));
    return new QueueLogLine(at, leg, parts.get(4), List.copyOf(parts.subList(HEAD, parts.size())));
  }

  /**
   * Asterisk that was killed while it wrote leaves a line without its end, and what it writes first
   * when it starts anew is joined to it. That start must not be missed.
   */
  private static String afterCut(String line) {
    int start = line.indexOf(START);
    return start > TIME_DIGITS ? line.substring(start - TIME_DIGITS) : line;
  }

  /** The part at that index, or null. */
  @Nullable String data(int index) {
    return index < data.size() ? data.get(index) : null;
  }

  private static String named(String part) {
    return part.equals("NONE") ? "" : part;
  }
}
