// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection with at most one request in flight. Looks at no more of an answer than proves that
 * it is the right one: 202, and that all events were accepted.
 */
final class LoadConnection extends ByteToMessageDecoder {

  private static final Pattern LENGTH =
      Pattern.compile("(?is)content-length: *(\\d+).*?\\r\\n\\r\\n");

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
    int size = end.readableBytes();
    boolean right =
        waiting
            && ByteBufUtil.equals(in, in.readerIndex(), begin, 0, begin.readableBytes())
            && ByteBufUtil.equals(in, in.writerIndex() - size, end, 0, size);
    if (right) {
      in.skipBytes(length);
      waiting = false;
      run.answered(this, dueNanos);
    } else {
      refuse(in.toString(StandardCharsets.UTF_8));
    }
  }

  /** An answer that is not the right one, or has yet to become it. */
  private void refuse(String answer) {
    Matcher head = LENGTH.matcher(answer);
    boolean beginsRight = waiting && answer.startsWith(begin.toString(StandardCharsets.US_ASCII));
    boolean complete =
        head.find() && answer.length() >= head.end() + Integer.parseInt(head.group(1));
    if (!beginsRight || complete) {
      run.fail("expected 202 for all events, not: " + answer);
    }
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
