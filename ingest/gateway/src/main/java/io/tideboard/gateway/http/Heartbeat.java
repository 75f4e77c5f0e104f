// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches how long a WebSocket takes. A message that has begun must end within the time of a
 * request, however its bytes trickle. Where nothing comes for the time between requests the peer is
 * asked for a sign of life, and has the time of a request's head to give one. Stands first, to see
 * bytes before they are a frame.
 */
final class Heartbeat extends ChannelInboundHandlerAdapter {

  /** What was not done in time. */
  enum Late {
    /** Nothing was said for a while: ask. */
    QUIET,
    /** A message does not end. */
    MESSAGE,
    /** There is no sign of life. */
    ASKED,
    /** The peer was told that this is the end, and says nothing to it. */
    CLOSING
  }

  private final Timeouts timeouts;
  private Late awaited = Late.QUIET;
  private long since = System.nanoTime();
  private @Nullable Future<?> timer;

  Heartbeat(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /** Nothing is half said. */
  void complete() {
    enter(Late.QUIET);
  }

  /** The peer was told that this is the end. */
  void closing() {
    enter(Late.CLOSING);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    long shortest =
        Math.min(nanos(Late.MESSAGE), Math.min(nanos(Late.QUIET), nanos(Late.ASKED))) / 4;
    timer =
        ctx.executor()
            .scheduleWithFixedDelay(() -> look(ctx), shortest, shortest, TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (awaited == Late.QUIET || awaited == Late.ASKED) {
      enter(Late.MESSAGE);
    }
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (timer != null) {
      timer.cancel(false);
    }
    ctx.fireChannelInactive();
  }

  private void look(ChannelHandlerContext ctx) {
    if (System.nanoTime() - since > nanos(awaited)) {
      Late late = awaited;
      enter(late == Late.QUIET ? Late.ASKED : Late.CLOSING);
      ctx.fireUserEventTriggered(late);
    }
  }

  private void enter(Late next) {
    awaited = next;
    since = System.nanoTime();
  }

  private long nanos(Late late) {
    return switch (late) {
      case QUIET -> timeouts.idle().toNanos();
      case ASKED, CLOSING -> timeouts.head().toNanos();
      case MESSAGE -> timeouts.request().toNanos();
    };
  }
}
