// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.board.Board;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of the stream as server-sent events. An event's id is {@code run-sequence}: the
 * board's change up to which its reader knows everything. Another run, and another wallboard, count
 * anew.
 */
final class StreamEvents {

  /** A comment that keeps proxies from closing a quiet connection. */
  static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

  /** How soon to come back after a break. */
  static final Buffer RETRY = Buffer.buffer("retry: 1000\n\n");

  private final Board board;
  private final BoardJson write;
  private final List<StreamPart> parts;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /**
   * @param parts in the order in which they are told. Breaches come first: once their event's id is
   *     known, a viewer that comes back has missed none
   */
  StreamEvents(Board board, BoardJson write, List<StreamPart> parts) {
    this.board = board;
    this.write = write;
    this.parts = List.copyOf(parts);
  }

  /** Everything, for viewers that have just come. */
  Buffer snapshot(long sequence) {
    Board.Now now = board.now();
    Buffer data =
        Json.object(
            json -> {
              write.head(json, now);
              for (StreamPart part : parts) {
                part.whole(json, now);
              }
            });
    Buffer events = Buffer.buffer(data.length() + 64);
    append("snapshot", data, events);
    return finish(events, sequence);
  }

  /** What changed after one change, up to another; empty when nothing did. */
  Buffer news(long after, long sequence) {
    Board.Now now = board.now();
    Buffer events = Buffer.buffer();
    for (StreamPart part : parts) {
      Json.Fields news = part.news(now, after);
      if (news != null) {
        Buffer data =
            Json.object(
                json -> {
                  write.head(json, now);
                  news.write(json);
                });
        append(part.event(), data, events);
      }
    }
    return finish(events, sequence);
  }

  private static void append(String name, Buffer data, Buffer events) {
    if (events.length() > 0) {
      events.appendString("\n");
    }
    events.appendString("event: " + name + "\ndata: ").appendBuffer(data).appendString("\n");
  }

  /** The last event carries the id: whoever has it has all of them. */
  private Buffer finish(Buffer events, long sequence) {
    return events.length() == 0
        ? events
        : events.appendString("id: " + run + "-" + sequence + "\n\n");
  }

  /** The change that an event id stands for; −1 when it is not of this run. */
  long sequenceOf(@Nullable String eventId) {
    if (eventId == null || !eventId.startsWith(run + "-")) {
      return -1;
    }
    try {
      return Long.parseLong(eventId.substring(run.length() + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
