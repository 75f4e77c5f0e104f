// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The listening socket and its event loops: native epoll where there is one, NIO elsewhere. */
public final class HttpServer implements AutoCloseable {

  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  private final EventLoopGroup loops;
  private final Channel listening;
  private final ChannelGroup open;
  private final Timeouts timeouts;

  private HttpServer(
      EventLoopGroup loops, Channel listening, ChannelGroup open, Timeouts timeouts) {
    this.loops = loops;
    this.listening = listening;
    this.open = open;
    this.timeouts = timeouts;
  }

  /**
   * Listens at that address.
   *
   * @param tls null for plain HTTP
   * @throws UncheckedIOException when it is taken, or not this machine's
   */
  public static HttpServer start(
      InetSocketAddress address, Service service, @Nullable ServerTls tls) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    Class<? extends ServerChannel> socket =
        epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("tideboard-gateway", true),
            io);
    ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(socket)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            // Answers are small. The system would keep megabytes for each who does not read them.
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
            .childHandler(new ConnectionSetup(service, open, tls))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new UncheckedIOException(
          "the gateway cannot listen at " + address, new IOException(bound.cause()));
    }
    return new HttpServer(loops, bound.channel(), open, service.limits().timeouts());
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Accepts nothing more, answers what is under way as long as the timeout allows, and ends. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    open.forEach(channel -> channel.pipeline().fireUserEventTriggered(Connection.DRAIN));
    open.newCloseFuture().awaitUninterruptibly(timeouts.close().toMillis());
    open.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
