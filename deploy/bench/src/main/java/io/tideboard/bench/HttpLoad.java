// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends prepared requests over a number of connections, one in flight on each, as fast as the
 * answers come. Bounded in count and time; loopback only.
 */
final class HttpLoad {

  private static final long MOST_SECONDS = 120;

  private final int port;
  private final int connections;
  private final List<ByteBuf> requests;

  HttpLoad(int port, int connections, List<byte[]> bodies) {
    this.port = port;
    this.connections = connections;
    this.requests = new ArrayList<>(bodies.size());
    bodies.forEach(body -> requests.add(request(body)));
  }

  private ByteBuf request(byte[] body) {
    String head =
        "POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return Unpooled.unreleasableBuffer(
        Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body));
  }

  /** Requests a second, over {@code total} requests of which every one must be accepted. */
  double run(int total) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicLong refused = new AtomicLong();
    CountDownLatch answered = new CountDownLatch(total);
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < connections; i++) {
        connect(loop, next, total, refused, answered);
      }
      if (!answered.await(MOST_SECONDS, TimeUnit.SECONDS) || refused.get() > 0) {
        throw new IllegalStateException(
            answered.getCount() + " of " + total + " unanswered, " + refused + " refused");
      }
      return total / ((System.nanoTime() - begin) / 1e9);
    } finally {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  private void connect(
      EventLoopGroup loop,
      AtomicInteger next,
      int total,
      AtomicLong refused,
      CountDownLatch answered) {
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec())
                    .addLast(new Conversation(next, total, refused, answered));
              }
            })
        .connect("127.0.0.1", port);
  }

  private final class Conversation extends SimpleChannelInboundHandler<HttpObject> {

    private final AtomicInteger next;
    private final int total;
    private final AtomicLong refused;
    private final CountDownLatch answered;

    Conversation(AtomicInteger next, int total, AtomicLong refused, CountDownLatch answered) {
      this.next = next;
      this.total = total;
      this.refused = refused;
      this.answered = answered;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      send(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part instanceof HttpResponse response && response.status().code() != 202) {
        refused.incrementAndGet();
      }
      if (part instanceof LastHttpContent) {
        answered.countDown();
        send(context);
      }
    }

    /** Past the encoder: the bytes are a request already. */
    private void send(ChannelHandlerContext context) {
      int number = next.getAndIncrement();
      if (number < total) {
        context
            .channel()
            .pipeline()
            .firstContext()
            .writeAndFlush(requests.get(number % requests.size()).duplicate());
      } else {
        context.close();
      }
    }
  }
}
