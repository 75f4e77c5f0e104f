// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a TCP connection open: opens it, and opens it again when it breaks, after longer and longer
 * waits until a login has succeeded. Everything happens on its loop.
 */
final class TcpLink {

  private final TcpSettings settings;
  private final EventLoop loop;
  private final Counters counters;
  private final Supplier<ChannelHandler> session;
  private @Nullable Channel channel;
  private int failures;
  private long readAt = System.nanoTime();
  private boolean closed;

  TcpLink(
      TcpSettings settings, EventLoop loop, Counters counters, Supplier<ChannelHandler> session) {
    this.settings = settings;
    this.loop = loop;
    this.counters = counters;
    this.session = session;
  }

  void open() {
    if (closed) {
      return;
    }
    ChannelFuture opening =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(Integer.MAX_VALUE, settings.connect().toMillis()))
            .handler(session.get())
            .connect(settings.host(), settings.port());
    channel = opening.channel();
    opening.addListener(
        done -> {
          if (done.isSuccess()) {
            opening.channel().closeFuture().addListener(gone -> again());
          } else {
            counters.openingFailed(
                "cannot connect to "
                    + settings.host()
                    + ":"
                    + settings.port()
                    + ": "
                    + done.cause().getMessage());
            again();
          }
        });
  }

  /** The login has succeeded: the next failure is the first one again. */
  void loggedIn() {
    failures = 0;
    counters.ready();
  }

  /** The login was refused, which trying again soon would only make worse. */
  void loginRefused(String why) {
    failures = Integer.MAX_VALUE - 1;
    counters.openingFailed(why);
    disconnect();
  }

  /** Some bytes have come. */
  void read() {
    readAt = System.nanoTime();
  }

  /** Whether nothing has come for that long: what is on its way is not awaited any more. */
  boolean quiet(Duration length) {
    return System.nanoTime() - readAt > length.toNanos();
  }

  void disconnect() {
    if (channel != null) {
      channel.close();
    }
  }

  void close() {
    closed = true;
    disconnect();
  }

  private void again() {
    if (closed) {
      return;
    }
    failures = failures == Integer.MAX_VALUE ? failures : failures + 1;
    long wait =
        settings.again().after(failures, ThreadLocalRandom.current().nextDouble()).toMillis();
    loop.schedule(this::open, wait, TimeUnit.MILLISECONDS);
  }
}
