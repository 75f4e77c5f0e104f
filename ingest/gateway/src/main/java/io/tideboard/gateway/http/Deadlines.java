// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches how long a connection takes, as a whole and not since the last byte: one byte a second
 * keeps nobody busy. Stands first, to see bytes before they are a request. Fires {@link Expired}
 * once, and closes when nothing comes of it.
 *
 * <p>One timer a connection looks a few times per timeout, so that a request costs no timer of its
 * own; a deadline is noticed up to a quarter of the shortest timeout late.
 */
final class Deadlines extends ChannelInboundHandlerAdapter {

  /** What was not done in time. */
  enum Expired {
    IDLE,
    HEAD,
    REQUEST
  }

  private final Timeouts timeouts;
  private Expired phase = Expired.HEAD;
  private long since;
  private boolean expired;
  private @Nullable Future<?> timer;

  Deadlines(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /** The headers of a request have arrived. */
  void requestStarts() {
    enter(Expired.REQUEST);
  }

  /** Everything is answered. */
  void requestEnds() {
    enter(Expired.IDLE);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    enter(Expired.HEAD);
    long shortest =
        Math.min(timeouts.head().toNanos(), Math.min(nanos(Expired.REQUEST), nanos(Expired.IDLE)));
    timer =
        ctx.executor()
            .scheduleWithFixedDelay(
                () -> look(ctx), shortest / 4, shortest / 4, TimeUnit.NANOSECONDS);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (phase == Expired.IDLE) {
      enter(Expired.HEAD);
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stop();
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    stop();
  }

  private void look(ChannelHandlerContext ctx) {
    if (System.nanoTime() - since <= nanos(phase)) {
      return;
    }
    if (expired) {
      // Told so once already, but the sender does not even take the answer.
      ctx.close();
    } else {
      expired = true;
      since = System.nanoTime();
      ctx.fireUserEventTriggered(phase);
    }
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void enter(Expired next) {
    phase = next;
    since = System.nanoTime();
  }

  private long nanos(Expired phase) {
    Duration timeout =
        switch (phase) {
          case IDLE -> timeouts.idle();
          case HEAD -> timeouts.head();
          case REQUEST -> timeouts.request();
        };
    return timeout.toNanos();
  }
}
