// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection with at most one request in flight. Looks at no more of an answer than proves that
 * it is the right one: 202, and that all events were accepted.
 */
final class LoadConnection extends ByteToMessageDecoder {

  private final LoadRun run;
  private final ByteBuf begin = ascii("HTTP/1.1 202 ");
  private final ByteBuf end;
  private @Nullable ChannelHandlerContext context;
  private long dueNanos;
  private boolean waiting;

  LoadConnection(LoadRun run, int eventsARequest) {
    this.run = run;
    this.end = ascii("\r\n\r\n{\"accepted\":" + eventsARequest + "}");
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  /** Sends a request that is due, or was, at that time. */
  void send(ByteBuf request, long due) {
    ChannelHandlerContext here = context;
    if (here != null) {
      waiting = true;
      dueNanos = due;
      here.writeAndFlush(request, here.voidPromise());
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int length = in.readableBytes();
    if (length < begin.readableBytes() + end.readableBytes()) {
      return;
    }
    if (!ByteBufUtil.equals(in, in.readerIndex(), begin, 0, begin.readableBytes())) {
      run.fail("expected 202, not: " + in.toString(StandardCharsets.UTF_8));
    } else if (endsRight(in)) {
      in.skipBytes(length);
      if (!waiting) {
        run.fail("an answer without a request");
      }
      waiting = false;
      run.answered(this, dueNanos);
    }
  }

  /** Whatever else the answer is, it does not end like this, and the run ends at its deadline. */
  private boolean endsRight(ByteBuf in) {
    int size = end.readableBytes();
    return ByteBufUtil.equals(in, in.writerIndex() - size, end, 0, size);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    super.channelActive(ctx);
    run.connected(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    run.fail("the gateway closed a connection");
    super.channelInactive(ctx);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    run.fail("a connection failed: " + cause);
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.unreleasableBuffer(
        Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
