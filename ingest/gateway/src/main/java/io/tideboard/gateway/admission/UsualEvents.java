// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.InvalidEvent;
import io.tideboard.events.direct.DirectEvent;
import io.tideboard.events.json.Decoded;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.events.json.EventFormat;

/**
 * Goes through the events of a body from the first to the last, and reads those of the usual shape
 * directly: a third of what decoding and encoding costs. For one thread.
 */
final class UsualEvents {

  /** Told each event, in order. */
  interface Visitor {

    /** One of the usual shape; false when it must be looked at closely after all. */
    boolean take(DirectEvent event);

    /** Any other. */
    void take(Decoded event);
  }

  private static final int UNUSUAL = DirectEvent.UNUSUAL;

  private final DirectEvent event = new DirectEvent(Caller.ANONYMOUS.source());
  private EventDecoder decoder = Caller.ANONYMOUS.decoder();

  /**
   * Tells the visitor all events. When it returns false the body is none of events one after the
   * other in JSON: then what was told is void, and the decoder knows what is wrong, if anything.
   */
  boolean tell(Body body, Caller caller, EventDecoder decoder, Visitor visitor) {
    if (body.attributes() != null) {
      return false;
    }
    this.decoder = decoder;
    event.unlessNamed(caller.bytes());
    try {
      return switch (body.format()) {
        case JSON -> document(body, visitor);
        case NDJSON -> lines(body, visitor);
        case CLOUDEVENT, CLOUDEVENT_BATCH -> false;
      };
    } catch (InvalidEvent | TooManyEvents unclear) {
      return false; // a body that is both malformed and too long is malformed
    } finally {
      event.forget();
    }
  }

  private boolean document(Body body, Visitor visitor) {
    byte[] bytes = body.bytes();
    int end = body.length();
    int at = skipBlanks(bytes, 0, end);
    if (at < end && bytes[at] == '{') {
      return skipBlanks(bytes, next(body, at, visitor), end) == end;
    }
    boolean more = at < end && bytes[at] == '[';
    if (!more) {
      return false;
    }
    while (more) {
      at = skipBlanks(bytes, at + 1, end);
      if (at == end || bytes[at] != '{') {
        return false;
      }
      at = skipBlanks(bytes, next(body, at, visitor), end);
      more = at < end && bytes[at] == ',';
    }
    return at < end && bytes[at] == ']' && skipBlanks(bytes, at + 1, end) == end;
  }

  /** The event that begins there; the index after it. */
  private int next(Body body, int at, Visitor visitor) {
    int after = event.read(body.bytes(), at, body.length());
    return after != UNUSUAL && visitor.take(event)
        ? after
        : decoder.decodeNext(body.bytes(), at, body.length(), visitor::take);
  }

  private boolean lines(Body body, Visitor visitor) {
    int newline;
    for (int at = 0; at < body.length(); at = newline + 1) {
      newline = at;
      while (newline < body.length() && body.bytes()[newline] != '\n') {
        newline++;
      }
      line(body.bytes(), at, newline, visitor);
    }
    return true;
  }

  private void line(byte[] bytes, int from, int end, Visitor visitor) {
    int at = skipBlanks(bytes, from, end);
    int after = at < end ? event.read(bytes, at, end) : UNUSUAL;
    if (after == UNUSUAL || skipBlanks(bytes, after, end) != end || !visitor.take(event)) {
      decoder.decode(EventFormat.NDJSON, bytes, from, end - from).forEach(visitor::take);
    }
  }

  private static int skipBlanks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
