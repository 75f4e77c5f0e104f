// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.platforms.telephony.LineDecoder;
import io.tideboard.platforms.telephony.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Frames out of the bytes of an event socket, however they are split: headers, an empty line, and
 * as many bytes of body as the headers say. What is too long is passed over and counted. Not for
 * several threads; a new connection has a new one.
 */
public final class EslDecoder {

  private static final int MOST_HEADERS = 512;

  private final int longest;
  private final Consumer<EslFrame> frames;
  private final LineDecoder lines;
  private final Map<String, String> headers = new HashMap<>();
  private int headersLength;
  private boolean tooLong;
  private boolean inBody;
  private byte[] body = new byte[0];
  private int filled;
  private long toPassOver;
  private long dropped;

  /**
   * Nothing read yet.
   *
   * @param longest bytes of a frame's headers, and of its body
   * @param frames what is made of them goes there, in order
   */
  public EslDecoder(int longest, Consumer<EslFrame> frames) {
    this.longest = longest;
    this.frames = frames;
    this.lines = new LineDecoder(longest, this::line);
  }

  /** Takes some bytes more. */
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (toPassOver > 0) {
        int passed = (int) Math.min(toPassOver, to - at);
        toPassOver -= passed;
        at += passed;
      } else if (inBody) {
        at = readBody(bytes, at, to);
      } else {
        at = lines.readLine(bytes, at, to);
      }
    }
  }

  /** How many frames were too long. */
  public long dropped() {
    return dropped;
  }

  private int readBody(byte[] bytes, int from, int to) {
    int more = Math.min(body.length - filled, to - from);
    System.arraycopy(bytes, from, body, filled, more);
    filled += more;
    if (filled == body.length) {
      inBody = false;
      end(body);
    }
    return from + more;
  }

  private void line(String line, boolean whole) {
    if (line.isEmpty() && whole) {
      headersEnd();
      return;
    }
    headersLength += line.length();
    tooLong |= !whole || headersLength > longest || headers.size() >= MOST_HEADERS;
    int colon = line.indexOf(':');
    if (!tooLong && colon > 0) {
      headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private void headersEnd() {
    if (headers.isEmpty() && !tooLong) {
      return;
    }
    long length = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase("Content-Length")) {
        length = Texts.whole(header.getValue(), 0);
      }
    }
    if (tooLong || length > longest) {
      dropped++;
      toPassOver = length;
      forget();
    } else if (length > 0) {
      body = new byte[(int) length];
      filled = 0;
      inBody = true;
    } else {
      end(new byte[0]);
    }
  }

  private void end(byte[] read) {
    EslFrame frame = new EslFrame(headers, read);
    body = new byte[0];
    forget();
    frames.accept(frame);
  }

  private void forget() {
    headers.clear();
    headersLength = 0;
    tooLong = false;
  }
}
