// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.CharsetUtil;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.admission.Caller;
import java.util.function.Consumer;

/**
 * Reads one message of a WebSocket at a time, with the limits of a request's body, and stops
 * looking at it once its answer is certain. Only for the connection's event loop.
 */
final class MessageReader {

  /** A message that is refused is read to its end, up to this many batches. */
  private static final int BATCHES_AWAITED = 2;

  private final Service service;
  private final Caller caller;
  private final SizeLimits sizes;
  private final BodyBuffer buffer = new BodyBuffer();
  private long announced;
  private long missing;
  private boolean last;

  MessageReader(Service service, Caller caller) {
    this.service = service;
    this.caller = caller;
    this.sizes = service.limits().sizes();
  }

  /**
   * Reads the head of a frame: charges its bytes, or decides the answer.
   *
   * @throws CorruptedWebSocketFrameException when the message is too large to be read to its end
   */
  void frame(FrameHead head, Incoming incoming) {
    announced = head.begins() ? head.length() : announced + head.length();
    missing = head.length();
    last = head.ends();
    if (incoming.decided() == null) {
      try {
        expect(head, incoming);
      } catch (RefusedRequest refused) {
        buffer.clear();
        incoming.decide(refused.answer());
      }
    }
    if (announced < 0 || announced > (long) BATCHES_AWAITED * sizes.batch()) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG, "expected at most " + sizes.batch() + " bytes");
    }
  }

  /** Reads bytes of a frame. */
  void part(ByteBuf bytes, Incoming incoming) {
    missing -= bytes.readableBytes();
    if (incoming.decided() == null) {
      buffer.append(bytes);
    }
  }

  /** Whether the message has arrived whole. */
  boolean complete() {
    return last && missing == 0;
  }

  /**
   * Requires that the complete message is text.
   *
   * @throws CorruptedWebSocketFrameException when it is not
   */
  void requireText() {
    ByteBuf text = Unpooled.wrappedBuffer(buffer.bytes(), 0, buffer.length());
    if (!ByteBufUtil.isText(text, CharsetUtil.UTF_8)) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "expected text in UTF-8");
    }
  }

  /**
   * The complete message. Valid until {@link #done}.
   *
   * @throws RefusedRequest when one event is larger than allowed
   */
  Body body() {
    EventFormat format = TextFormat.of(buffer.bytes(), buffer.length());
    if (format == EventFormat.JSON && buffer.length() > sizes.body()) {
      throw tooLarge(buffer.length(), sizes.body());
    }
    return new Body(format, null, buffer.bytes(), buffer.length());
  }

  /** Takes the complete message. The answer may come later, on any thread. */
  void take(Body body, Consumer<Answer> answer) {
    service.intake().take(body, caller, answer);
  }

  /** How many messages may be unanswered. */
  int mostUnanswered() {
    return service.limits().load().pipelined();
  }

  /** Lets go of the message. */
  void done() {
    buffer.clear();
  }

  private void expect(FrameHead head, Incoming incoming) {
    if (head.begins()) {
      service.intake().requireWritable();
      Gate.requireValid(caller);
      Gate.requireQuota(caller, head.length());
    } else {
      caller.quota().spend(0, head.length());
    }
    if (announced < 0 || announced > sizes.batch()) {
      throw tooLarge(announced, sizes.batch());
    }
    incoming.charge(head.length());
    if (head.begins()) {
      buffer.expect((int) head.length());
    }
  }

  private static RefusedRequest tooLarge(long bytes, int most) {
    return new RefusedRequest(
        RequestError.BODY_TOO_LARGE, bytes + " bytes of message: expected at most " + most);
  }
}
