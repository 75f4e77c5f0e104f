// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import io.tideboard.gateway.http.Deadlines.Expired;
import io.tideboard.gateway.http.Incoming.Page;
import io.tideboard.gateway.http.Incoming.Upgrade;
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
  private final UnsentAnswers unsent;
  private final AnswerQueue answers;
  private final RequestReader reader;
  private final BodyIntake intake;
  private @Nullable Incoming incoming;
  private boolean lastRequestRead;

  Connection(Service service, Sender sender, Deadlines deadlines, Channel channel) {
    this.service = service;
    this.sender = sender;
    this.deadlines = deadlines;
    this.channel = channel;
    this.unsent = new UnsentAnswers(channel, sender);
    this.answers = new AnswerQueue(channel, unsent);
    this.reader = new RequestReader(service, new Gate(service.access(), channel));
    this.intake = new BodyIntake(channel.eventLoop());
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
    unsent.close();
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
    if (decided != null && (waits || decided.closes())) {
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
    Upgrade upgrade = complete.upgrade();
    EventHeaders headers = complete.headers();
    Page page = complete.page();
    if (decided == null && upgrade != null) {
      upgrade(complete, upgrade);
    } else if (decided == null && page != null) {
      intake.show(page, answer -> answer(complete, answer));
    } else if (decided == null && headers != null) {
      intake.hand(
          () -> reader.body(headers, complete), complete::take, answer -> answer(complete, answer));
    } else {
      answer(complete, decided == null ? Answer.internalError() : decided);
    }
    reader.done();
    readMoreOrLess();
  }

  /** Goes on as a WebSocket, unless earlier answers are still to come. */
  private void upgrade(Incoming complete, Upgrade upgrade) {
    if (answers.size() > 1) {
      answer(
          complete,
          Answer.error(
              RequestError.MALFORMED_REQUEST, "expected no WebSocket before earlier answers"));
      return;
    }
    Heartbeat heartbeat = new Heartbeat(service.limits().timeouts());
    ChannelPipeline pipeline = channel.pipeline();
    // First of all who takes frames: those that have arrived already come with the upgrade.
    pipeline.replace(deadlines, null, heartbeat);
    MessageReader messages = new MessageReader(service, upgrade.caller());
    pipeline.replace(this, null, new SocketConnection(sender, heartbeat, channel, messages));
    SocketUpgrade.perform(channel, upgrade.head());
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
      answers.last().accept(timeout("headers"));
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
