// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import io.tideboard.gateway.http.Deadlines.Expired;
import io.tideboard.gateway.http.Senders.Sender;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sender's connection: takes in requests, hands them on, and keeps the answers in order. */
final class Connection extends ChannelInboundHandlerAdapter {

  /** Tells a connection to end once everything is answered. */
  static final Object DRAIN = new Object();

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Service service;
  private final Sender sender;
  private final Deadlines deadlines;
  private final Channel channel;
  private final AnswerQueue answers;
  private final RequestReader reader;
  private @Nullable Incoming incoming;
  private boolean lastRequestRead;

  Connection(Service service, Sender sender, Deadlines deadlines, Channel channel) {
    this.service = service;
    this.sender = sender;
    this.deadlines = deadlines;
    this.channel = channel;
    this.answers = new AnswerQueue(channel);
    this.reader = new RequestReader(service, new Gate(service.access(), channel));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (answers.ended()) {
        return;
      }
      answers.readingStarts();
      if (message instanceof HttpRequest head && !lastRequestRead) {
        start(head);
      }
      Incoming current = incoming;
      if (message instanceof HttpContent part && current != null && reader.part(part, current)) {
        finish(current);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    answers.readingEnds();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == DRAIN) {
      answers.drain();
    } else if (event instanceof Expired expired) {
      expire(expired);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    readMoreOrLess();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (incoming != null) {
      incoming.giveBack();
      incoming = null;
    }
    sender.disconnected();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.error("A connection is closed because of a fault", cause);
    }
    ctx.close();
  }

  private void start(HttpRequest head) {
    deadlines.requestStarts();
    lastRequestRead = !HttpUtil.isKeepAlive(head);
    Incoming current = new Incoming(sender);
    reader.head(head, current);
    boolean waits = HttpUtil.is100ContinueExpected(head);
    Answer decided = current.decided();
    if (waits && decided == null) {
      answers.encourage();
    }
    current.answerAt(answers.next(head));
    if (decided != null && (waits || head.decoderResult().isFailure())) {
      // Whether a body follows cannot be known, nor where the next request begins.
      lastRequestRead = true;
      current.answer(decided.closing());
    } else {
      incoming = current;
    }
  }

  private void finish(Incoming complete) {
    incoming = null;
    Answer decided = complete.decided();
    EventHeaders headers = complete.headers();
    if (decided != null || headers == null) {
      answer(complete, decided == null ? Answer.internalError() : decided);
    } else {
      take(complete, headers);
    }
    reader.done();
    readMoreOrLess();
  }

  private void take(Incoming complete, EventHeaders headers) {
    EventExecutor loop = channel.eventLoop();
    try {
      complete.take(
          reader.body(headers, complete),
          answer -> {
            if (loop.inEventLoop()) {
              answer(complete, answer);
            } else {
              loop.execute(() -> answer(complete, answer));
            }
          });
    } catch (RefusedRequest refused) {
      answer(complete, refused.answer());
    } catch (RuntimeException e) {
      // Without the message of the fault, which might show a customer key to the log's readers.
      LOG.error("A request cannot be handled: {} at {}", e.getClass(), e.getStackTrace());
      answer(complete, Answer.internalError());
    }
  }

  private void answer(Incoming complete, Answer answer) {
    complete.answer(answer);
    if (answers.size() == 0 && incoming == null) {
      deadlines.requestEnds();
    }
    readMoreOrLess();
  }

  private void expire(Expired expired) {
    Incoming current = incoming;
    if (expired == Expired.HEAD && answers.size() == 0) {
      answers.last().fill(timeout("headers"));
    } else if (expired == Expired.REQUEST && current != null) {
      incoming = null;
      current.answer(timeout("body"));
    } else {
      channel.close();
    }
  }

  /** Reads nothing more from a sender that does not take its answers, or has too many to come. */
  private void readMoreOrLess() {
    boolean more = answers.size() < service.limits().load().pipelined() && channel.isWritable();
    if (more != channel.config().isAutoRead()) {
      channel.config().setAutoRead(more);
    }
  }

  private static Answer timeout(String missing) {
    return Answer.error(RequestError.REQUEST_TIMEOUT, "the " + missing + " did not arrive in time")
        .closing();
  }
}
