// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.tideboard.events.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes orders, one JSON object a line, and answers each with a report, one JSON object a line.
 * Ends when there are no more. One thread, native epoll where there is one, loopback only.
 */
public final class LoadGenerator implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Enough that no cache of a processor holds all of what is made of them. */
  private static final int PREPARED_EVENTS = 100_000;

  private static final int MOST_SECONDS = 120;

  private final int port;
  private final Iterator<Event> live;
  private final List<Event> prepared;
  private final Map<Integer, Requests> known = new HashMap<>();
  private final MultiThreadIoEventLoopGroup loops;

  /**
   * @param port of the gateway, on the loopback address
   * @param events without end
   */
  public LoadGenerator(int port, Iterator<Event> events) {
    this.port = port;
    this.live = events;
    this.prepared = prepared(events, PREPARED_EVENTS);
    this.loops =
        new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /** The first events, as if they happened now. */
  public static List<Event> prepared(Iterator<Event> events, int count) {
    Instant now = Instant.now();
    List<Event> prepared = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      prepared.add(LiveRequests.happeningAt(now.plusNanos(i * 1000L), events.next()));
    }
    return prepared;
  }

  /** Works off the orders. */
  public void serve(BufferedReader orders, PrintStream reports)
      throws IOException, InterruptedException {
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      LoadReport report = carryOut(JSON.readValue(line, LoadOrder.class));
      reports.println(JSON.writeValueAsString(report));
      reports.flush();
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private LoadReport carryOut(LoadOrder order) throws InterruptedException {
    EventLoop loop = loops.next();
    LoadRun run = new LoadRun(order, requests(order), loop);
    ChannelGroup open = new DefaultChannelGroup(loop);
    for (int i = 0; i < order.connections(); i++) {
      connect(run, order.eventsARequest(), open);
    }
    try {
      return run.report().get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return LoadReport.failed("not every request was accepted within " + MOST_SECONDS + " s");
    } finally {
      open.close().awaitUninterruptibly();
    }
  }

  private Requests requests(LoadOrder order) {
    int size = order.eventsARequest();
    return order.live()
        ? new LiveRequests(live, size)
        : known.computeIfAbsent(size, n -> PreparedRequests.of(prepared.iterator(), n));
  }

  private void connect(LoadRun run, int eventsARequest, ChannelGroup open) {
    LoadConnection connection = new LoadConnection(run, eventsARequest);
    new Bootstrap()
        .group(loops)
        .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                open.add(channel);
                channel.pipeline().addLast(connection);
              }
            })
        .connect("127.0.0.1", port)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                run.fail("no connection: " + connected.cause());
              }
            });
  }
}
