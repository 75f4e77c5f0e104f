// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideboard.platforms.Translation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection over TCP with a loop of its own, on which everything of it happens. */
abstract class TcpConnection implements PlatformConnection {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final String source;
  private final DeliverySettings delivery;
  private final EventLoopGroup loops;
  private final EventLoop loop;
  private final Wiring wiring;

  TcpConnection(String source, TcpSettings tcp, DeliverySettings delivery, EventSink sink) {
    this.source = source;
    this.delivery = delivery;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tideboard-" + source, true), NioIoHandler.newFactory());
    this.loop = loops.next();
    Counters counters = new Counters(source);
    Courier courier = new Courier(sink, delivery, loop, counters);
    Supplier<ChannelHandler> session = this::session;
    this.wiring = new Wiring(new TcpLink(tcp, loop, counters, session), courier, counters);
  }

  /** What the next opened connection is talked with. */
  abstract ChannelHandler session();

  /** What has come about by time alone. */
  abstract Translation tick();

  final Wiring wiring() {
    return wiring;
  }

  final void start() {
    loop.execute(wiring.link()::open);
    loop.scheduleAtFixedRate(
        this::timePasses, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** On a slow line the next message may be on its way: then its own time says how late it is. */
  private void timePasses() {
    if (wiring.link().quiet(TICK)) {
      tell(tick());
    }
  }

  /** Sends on what time alone, or a list, has told. */
  final void tell(Translation translation) {
    wiring.counters().told(translation);
    wiring.courier().take(translation.events());
  }

  /** Counts a message, and sends on what it told. */
  final void heard(Translation translation) {
    wiring.counters().read(translation);
    wiring.courier().take(translation.events());
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public ConnectionStatus status() {
    return wiring.counters().status();
  }

  @Override
  public void close() {
    CompletableFuture<@Nullable Void> empty = new CompletableFuture<>();
    loop.execute(
        () -> {
          wiring.link().close();
          wiring.courier().whenEmpty(empty);
        });
    try {
      empty.get(delivery.close().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      wiring.counters().notReady("closed with events that nobody acknowledged");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
