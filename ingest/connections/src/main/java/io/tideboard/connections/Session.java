// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One opened connection, until it breaks: what the protocols have in common. Reads only while there
 * is room for what would be told, asks now and then whether the other side is there, and gives up
 * on one that is silent.
 */
abstract class Session extends ChannelInboundHandlerAdapter {

  private static final int SILENT_PINGS = 3;

  private final TcpSettings settings;
  private final TcpLink link;
  private final Courier courier;
  private final Counters counters;
  private @Nullable ChannelHandlerContext context;
  private boolean loggedIn;
  private int pingsSinceRead;

  Session(TcpSettings settings, TcpLink link, Courier courier, Counters counters) {
    this.settings = settings;
    this.link = link;
    this.courier = courier;
    this.counters = counters;
  }

  /** Some bytes of the other side. */
  abstract void read(byte[] bytes);

  /** How many messages were too long so far. */
  abstract long tooLong();

  /** Asks whether the other side is there. */
  abstract void ping();

  /** The connection is gone. */
  abstract void gone();

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    later(settings.connect(), this::loginTimeout);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      pingsSinceRead = 0;
      link.read();
      ByteBuf buffer = (ByteBuf) message;
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      long before = tooLong();
      read(bytes);
      counters.tooLong(tooLong() - before);
    } finally {
      ReferenceCountUtil.release(message);
    }
    if (courier.full() && ctx.channel().config().isAutoRead()) {
      ctx.channel().config().setAutoRead(false);
      courier.whenRoom(
          () -> {
            pingsSinceRead = 0;
            ctx.channel().config().setAutoRead(true);
          });
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    context = null;
    if (loggedIn) {
      counters.notReady("the connection broke");
    }
    gone();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    counters.notReady(cause.toString());
    ctx.close();
  }

  final void loggedIn() {
    loggedIn = true;
    link.loggedIn();
    later(settings.keepAlive(), this::keepAlive);
  }

  final void loginRefused(String why) {
    link.loginRefused(why);
  }

  final boolean isLoggedIn() {
    return loggedIn;
  }

  final void write(String text) {
    if (context != null) {
      context.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }
  }

  /** Runs then, if the connection still stands. */
  final void later(Duration wait, Runnable then) {
    ChannelHandlerContext opened = context;
    if (opened != null) {
      opened
          .executor()
          .schedule(
              () -> {
                if (context == opened) {
                  then.run();
                }
              },
              wait.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void loginTimeout() {
    if (!loggedIn && context != null) {
      counters.openingFailed("no login within " + settings.connect());
      context.close();
    }
  }

  private void keepAlive() {
    ChannelHandlerContext opened = context;
    if (opened == null) {
      return;
    }
    // Unread answers prove nothing while we are the ones who do not read.
    pingsSinceRead = opened.channel().config().isAutoRead() ? pingsSinceRead + 1 : 0;
    if (pingsSinceRead > SILENT_PINGS) {
      counters.notReady("silent for " + settings.keepAlive().multipliedBy(SILENT_PINGS));
      opened.close();
      return;
    }
    ping();
    later(settings.keepAlive(), this::keepAlive);
  }
}
