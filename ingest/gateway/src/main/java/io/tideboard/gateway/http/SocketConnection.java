// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import io.tideboard.gateway.http.Senders.Sender;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's WebSocket: takes in messages, hands them on, and keeps the answers in order. Whoever
 * ends it, everything that has arrived whole is answered first.
 */
final class SocketConnection extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

  private final Sender sender;
  private final Heartbeat heartbeat;
  private final Channel channel;
  private final UnsentAnswers unsent;
  private final FrameAnswers answers;
  private final MessageReader reader;
  private final BodyIntake intake;
  private @Nullable Incoming incoming;
  private boolean peerHasEnded;

  SocketConnection(Sender sender, Heartbeat heartbeat, Channel channel, MessageReader reader) {
    this.sender = sender;
    this.heartbeat = heartbeat;
    this.channel = channel;
    this.unsent = new UnsentAnswers(channel, sender);
    this.answers = new FrameAnswers(channel, unsent, this::ended);
    this.reader = reader;
    this.intake = new BodyIntake(channel.eventLoop());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    try {
      if (frame instanceof CloseWebSocketFrame close) {
        peerEnds(close);
      } else if (!answers.ending()) {
        take(frame);
      }
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == Connection.DRAIN) {
      end(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE, "the gateway closes");
    } else if (event == Heartbeat.Late.QUIET) {
      answers.say(new PingWebSocketFrame());
    } else if (event == Heartbeat.Late.MESSAGE) {
      end(WebSocketCloseStatus.POLICY_VIOLATION, RequestError.REQUEST_TIMEOUT.wire());
    } else if (event instanceof Heartbeat.Late) {
      channel.close();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    readMoreOrLess();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    drop();
    unsent.close();
    sender.disconnected();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException broken) {
      end(broken.closeStatus(), String.valueOf(broken.getMessage()));
      return;
    }
    if (!(cause instanceof IOException)) {
      LOG.error("A WebSocket is closed because of a fault", cause);
    }
    ctx.close();
  }

  private void take(Object frame) {
    if (frame instanceof FrameHead head) {
      Incoming current = head.begins() || incoming == null ? new Incoming(sender) : incoming;
      incoming = current;
      reader.frame(head, current);
    } else if (frame instanceof ByteBuf bytes && incoming != null) {
      reader.part(bytes, incoming);
    } else if (frame instanceof PingWebSocketFrame ping) {
      answers.say(new PongWebSocketFrame(Unpooled.copiedBuffer(ping.content())));
    }
    if (incoming == null) {
      heartbeat.complete();
    } else if (reader.complete()) {
      finish(incoming);
    }
  }

  private void finish(Incoming complete) {
    Answer decided = complete.decided();
    if (decided == null) {
      reader.requireText();
    }
    incoming = null;
    complete.answerAt(answers.next());
    if (decided == null) {
      intake.hand(reader::body, reader::take, answer -> answer(complete, answer));
    } else {
      answer(complete, decided);
    }
    reader.done();
    heartbeat.complete();
    readMoreOrLess();
  }

  private void answer(Incoming complete, Answer answer) {
    complete.answer(answer);
    readMoreOrLess();
  }

  private void peerEnds(CloseWebSocketFrame close) {
    peerHasEnded = true;
    int code = close.statusCode();
    if (answers.ended()) {
      ended();
    } else if (code == WebSocketCloseStatus.EMPTY.code()) {
      end(WebSocketCloseStatus.NORMAL_CLOSURE, "");
    } else if (WebSocketCloseStatus.isValidStatusCode(code)) {
      end(WebSocketCloseStatus.valueOf(code), "");
    } else {
      end(WebSocketCloseStatus.PROTOCOL_ERROR, code + " as status: expected a known one");
    }
  }

  private void end(WebSocketCloseStatus status, String reason) {
    drop();
    answers.end(status, reason);
    readMoreOrLess();
  }

  /** Our last frame is sent: the connection ends when the peer's is here, too. */
  private void ended() {
    if (peerHasEnded) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      heartbeat.closing();
    }
  }

  /** Lets go of what has arrived in part. */
  private void drop() {
    if (incoming != null) {
      incoming.giveBack();
      incoming = null;
      reader.done();
    }
  }

  /** Reads nothing more from a sender that does not take its answers, or has too many to come. */
  private void readMoreOrLess() {
    boolean more = answers.size() < reader.mostUnanswered() && channel.isWritable();
    if (more != channel.config().isAutoRead()) {
      channel.config().setAutoRead(more);
    }
  }
}
