// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the messages of one WebSocket, sent in the order of the messages, and after the
 * last of them the end. Only for the connection's event loop.
 */
final class FrameAnswers {

  /** The place of one answer. */
  private final class Place implements Consumer<Answer> {
    private @Nullable Answer ready;

    @Override
    public void accept(Answer answer) {
      ready = answer;
      unsent.hold(answer);
      send();
    }
  }

  private final Channel channel;
  private final UnsentAnswers unsent;
  private final Runnable closing;
  private final Queue<Place> places = new ArrayDeque<>();
  private @Nullable CloseWebSocketFrame end;
  private boolean ended;

  /**
   * @param closing told when the last frame has been sent
   */
  FrameAnswers(Channel channel, UnsentAnswers unsent, Runnable closing) {
    this.channel = channel;
    this.unsent = unsent;
    this.closing = closing;
  }

  /** Keeps the next place, for the answer to a message that has arrived whole. */
  Consumer<Answer> next() {
    Place place = new Place();
    places.add(place);
    return place;
  }

  /** Whether the end has been sent. */
  boolean ended() {
    return ended;
  }

  int size() {
    return places.size();
  }

  /** Whether the end has been decided: nothing that arrives now is taken. */
  boolean ending() {
    return end != null;
  }

  /** Sends the end once everything is answered. Only the first end counts. */
  void end(WebSocketCloseStatus status, String reason) {
    if (end == null) {
      end = new CloseWebSocketFrame(status, reason);
      send();
    }
  }

  /** Sends a frame that is no answer. */
  void say(WebSocketFrame frame) {
    channel.writeAndFlush(frame, channel.voidPromise());
  }

  private void send() {
    for (Place first = places.peek(); first != null; first = places.peek()) {
      Answer answer = first.ready;
      if (answer == null) {
        break;
      }
      places.remove();
      channel.write(
          new TextWebSocketFrame(Unpooled.wrappedBuffer(answer.body())), unsent.promise(answer));
    }
    CloseWebSocketFrame last = end;
    if (last != null && places.isEmpty() && !ended) {
      ended = true;
      channel.write(last, channel.voidPromise());
      closing.run();
    }
    channel.flush();
  }
}
