// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's frames after RFC 6455, section 5. Text comes as a {@link FrameHead}, then its
 * bytes as they arrive, so that somebody can be asked before a message is kept: Netty's own decoder
 * gathers a whole frame first. Control frames, which are short, come whole. Without extensions.
 *
 * <p>A frame that breaks the rules is an exception with the status to close with, and the last that
 * is read.
 */
final class FrameDecoder extends ByteToMessageDecoder implements WebSocketFrameDecoder {

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int LONGEST_CONTROL = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private boolean broken;
  private boolean withinMessage;
  private long remaining;
  private int mask;

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (broken) {
      in.skipBytes(in.readableBytes());
    } else if (remaining > 0) {
      int part = (int) Math.min(remaining, in.readableBytes());
      remaining -= part;
      out.add(unmasked(in, part));
    } else {
      Object frame = head(in);
      if (frame != null) {
        out.add(frame);
      }
    }
  }

  private @Nullable Object head(ByteBuf in) {
    if (in.readableBytes() < 2) {
      return null;
    }
    int first = in.getUnsignedByte(in.readerIndex());
    int second = in.getUnsignedByte(in.readerIndex() + 1);
    int shortLength = second & 0x7F;
    int opcode = first & 0x0F;
    boolean last = (first & 0x80) != 0;
    require((first & 0x70) == 0, "no reserved bits, since no extension was agreed upon");
    require((second & 0x80) != 0, "a masked frame");
    boolean control = opcode >= CLOSE;
    require(!control || (last && shortLength <= LONGEST_CONTROL), "a short, whole control frame");
    int lengthBytes = shortLength == TWO_BYTES ? 2 : shortLength == EIGHT_BYTES ? 8 : 0;
    int headBytes = 2 + lengthBytes + Integer.BYTES;
    if (in.readableBytes() < headBytes + (control ? shortLength : 0)) {
      return null;
    }
    in.skipBytes(2);
    long length = length(in, shortLength);
    mask = in.readInt();
    return control
        ? control(opcode, unmasked(in, shortLength))
        : data(opcode, new FrameHead(opcode != CONTINUATION, last, length));
  }

  private long length(ByteBuf in, int shortLength) {
    long length = shortLength;
    if (shortLength == TWO_BYTES) {
      length = in.readUnsignedShort();
      require(length > LONGEST_CONTROL, "a length in as few bytes as possible");
    } else if (shortLength == EIGHT_BYTES) {
      length = in.readLong();
      require(length > 0xFFFF, "a length in as few bytes as possible, below 2^63");
    }
    return length;
  }

  private FrameHead data(int opcode, FrameHead head) {
    if (opcode == BINARY) {
      throw broken(WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "expected text");
    }
    require(opcode == TEXT || opcode == CONTINUATION, "a known kind of frame");
    require(head.begins() != withinMessage, "messages one after the other");
    withinMessage = !head.ends();
    remaining = head.length();
    return head;
  }

  private Object control(int opcode, ByteBuf content) {
    switch (opcode) {
      case CLOSE:
        return new CloseWebSocketFrame(true, 0, content);
      case PING:
        return new PingWebSocketFrame(content);
      case PONG:
        return new PongWebSocketFrame(content);
      default:
        content.release();
        throw broken(WebSocketCloseStatus.PROTOCOL_ERROR, "expected a known kind of frame");
    }
  }

  /** The next bytes in clear. The mask is turned, to stand right for those that follow. */
  private ByteBuf unmasked(ByteBuf in, int length) {
    int at = in.readerIndex();
    int end = at + length;
    for (; at + Integer.BYTES <= end; at += Integer.BYTES) {
      in.setInt(at, in.getInt(at) ^ mask);
    }
    for (; at < end; at++) {
      in.setByte(at, in.getByte(at) ^ (mask >>> 24));
      mask = Integer.rotateLeft(mask, Byte.SIZE);
    }
    return in.readRetainedSlice(length);
  }

  private void require(boolean holds, String expected) {
    if (!holds) {
      throw broken(WebSocketCloseStatus.PROTOCOL_ERROR, "expected " + expected);
    }
  }

  private CorruptedWebSocketFrameException broken(WebSocketCloseStatus status, String expected) {
    broken = true;
    return new CorruptedWebSocketFrameException(status, expected);
  }
}
