// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.LineDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Messages out of the bytes of a manager connection, however they are split: lines of {@code Name:
 * value}, ended by an empty line. What is too long is dropped as a whole and counted. Not for
 * several threads; a new connection has a new one.
 */
public final class AmiDecoder {

  private static final int MOST_FIELDS = 512;

  private final LineDecoder lines;
  private final Consumer<AmiMessage> messages;
  private final int longestMessage;
  private final Map<String, String> fields = new HashMap<>();
  private int length;
  private boolean greeted;
  private boolean tooLong;
  private long dropped;

  /**
   * Nothing read yet.
   *
   * @param longestMessage in bytes; also of one line
   * @param messages what is made of them goes there, in order
   */
  public AmiDecoder(int longestMessage, Consumer<AmiMessage> messages) {
    this.longestMessage = longestMessage;
    this.messages = messages;
    this.lines = new LineDecoder(longestMessage, this::line);
  }

  /** Takes some bytes more. */
  public void read(byte[] bytes, int from, int to) {
    lines.read(bytes, from, to);
  }

  /** How many messages were too long. */
  public long dropped() {
    return dropped;
  }

  private void line(String line, boolean whole) {
    if (!greeted && whole && !line.isEmpty() && line.indexOf(':') < 0) {
      greeted = true;
      messages.accept(new AmiMessage(Map.of(AmiMessage.GREETING, line)));
      return;
    }
    greeted = true;
    if (line.isEmpty() && whole) {
      end();
      return;
    }
    length += line.length();
    tooLong |= !whole || length > longestMessage || fields.size() >= MOST_FIELDS;
    int colon = line.indexOf(':');
    if (!tooLong && colon > 0) {
      fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private void end() {
    boolean said = !fields.isEmpty() && !tooLong;
    dropped += tooLong ? 1 : 0;
    AmiMessage message = new AmiMessage(fields);
    fields.clear();
    length = 0;
    tooLong = false;
    if (said) {
      messages.accept(message);
    }
  }
}
