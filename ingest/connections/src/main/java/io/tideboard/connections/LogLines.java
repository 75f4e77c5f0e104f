// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.Event;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.asterisk.QueueLogEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole lines of an open log and has them translated. A line without its end is left. */
final class LogLines {

  private final byte[] chunk;
  private final QueueLogEvents events;
  private final Counters counters;

  /** Whether the line that begins before the offset is being passed over, for its length. */
  private boolean passingOver;

  LogLines(int chunk, QueueLogEvents events, Counters counters) {
    this.chunk = new byte[chunk];
    this.events = events;
    this.counters = counters;
  }

  /** Forgets a line of which the beginning was passed over: another file is read. */
  void otherFile() {
    passingOver = false;
  }

  /**
   * What the next lines tell; the log's offset moves behind them.
   *
   * @param last whether the file will not grow any more, so that its last line is whole
   */
  List<Event> read(OpenLog log, boolean last) throws IOException {
    int length = log.read(chunk);
    int begin = 0;
    List<Event> told = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        line(begin, i, log.offset(), told);
        begin = i + 1;
      }
    }
    if (begin == 0 && length == chunk.length) {
      passingOver = true;
      begin = length;
    } else if (last && length < chunk.length && begin < length) {
      line(begin, length, log.offset(), told);
      begin = length;
    }
    log.advance(begin);
    return told;
  }

  private void line(int from, int to, long offset, List<Event> told) {
    if (passingOver) {
      passingOver = false;
      counters.tooLong(1);
      return;
    }
    int end = to > from && chunk[to - 1] == '\r' ? to - 1 : to;
    if (end > from) {
      String text = new String(chunk, from, end - from, StandardCharsets.UTF_8);
      try {
        Translation translation = events.on(text, offset + from);
        counters.read(translation);
        told.addAll(translation.events());
      } catch (RuntimeException e) {
        counters.failedOn(e);
      }
    }
  }
}
