// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what Netty's encoder writes, and byte by byte where that does not write it. */
class FrameDecoderTest {

  private static final String LONG = "ab\u00e9\u20ac".repeat(20_000);

  @Test
  void whatWasWrittenIsRead() {
    assertThat(read(written(), Integer.MAX_VALUE)).isEqualTo(told());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7", "1000"})
  void howTheBytesAreCutMakesNoDifference(int pieces) {
    assertThat(read(written(), pieces)).isEqualTo(told());
  }

  @ParameterizedTest(name = "{0} closes with {1}")
  @CsvSource({
    "8101, 1002", // not masked
    "c18100000000, 1002", // a reserved bit
    "838000000000, 1002", // an unknown kind
    "8b8000000000, 1002", // an unknown control frame
    "808000000000, 1002", // goes on with nothing
    "098000000000, 1002", // a control frame in parts
    "89fe, 1002", // a long control frame
    "81fe000500000000, 1002", // five bytes announced in two
    "81ff000000000000ffff00000000, 1002", // announced in eight where two would do
    "81ff800000000000000000000000, 1002", // a negative length
    "828000000000, 1003", // binary
    "018000000000018000000000, 1002", // a message within a message
  })
  void whatBreaksTheRulesIsTheLastThatIsRead(String hex, int status) {
    EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder());
    ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> channel.writeInbound(bytes))
        .isInstanceOfSatisfying(
            CorruptedWebSocketFrameException.class,
            e -> assertThat(e.closeStatus().code()).isEqualTo(status));
    channel.releaseInbound();
    assertThat(channel.writeInbound(written())).isFalse();
  }

  private static String told() {
    return "begin 5 hello | ping ? | continue 0 | pong | continue-end 3 you | begin-end 126 "
        + "x".repeat(126)
        + " | begin-end "
        + LONG.getBytes(StandardCharsets.UTF_8).length
        + " "
        + LONG
        + " | close 1000";
  }

  private static ByteBuf written() {
    EmbeddedChannel writer = new EmbeddedChannel(new WebSocket13FrameEncoder(true));
    WebSocketFrame[] frames = {
      new TextWebSocketFrame(false, 0, "hello"),
      new PingWebSocketFrame(Unpooled.copiedBuffer("?", StandardCharsets.UTF_8)),
      new ContinuationWebSocketFrame(false, 0, ""),
      new PongWebSocketFrame(),
      new ContinuationWebSocketFrame(true, 0, "you"),
      new TextWebSocketFrame("x".repeat(126)),
      new TextWebSocketFrame(LONG),
      new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE)
    };
    writer.writeOutbound((Object[]) frames);
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = writer.readOutbound(); part != null; part = writer.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    return all;
  }

  private static String read(ByteBuf bytes, int piece) {
    EmbeddedChannel reader = new EmbeddedChannel(new FrameDecoder());
    while (bytes.isReadable()) {
      reader.writeInbound(bytes.readBytes(Math.min(piece, bytes.readableBytes())));
    }
    StringBuilder told = new StringBuilder();
    ByteBuf text = Unpooled.buffer();
    for (Object part = reader.readInbound(); part != null; part = reader.readInbound()) {
      if (part instanceof ByteBuf content) {
        text.writeBytes(content);
      } else {
        flush(text, told);
        told.append(told.isEmpty() ? "" : " | ").append(name(part));
      }
      ReferenceCountUtil.release(part);
    }
    return told.toString();
  }

  private static void flush(ByteBuf text, StringBuilder told) {
    if (text.isReadable()) {
      told.append(' ').append(text.toString(StandardCharsets.UTF_8));
      text.clear();
    }
  }

  private static String name(Object frame) {
    if (frame instanceof FrameHead head) {
      return (head.begins() ? "begin" : "continue") + (head.ends() ? "-end " : " ") + head.length();
    }
    if (frame instanceof CloseWebSocketFrame close) {
      return "close " + close.statusCode();
    }
    WebSocketFrame other = (WebSocketFrame) frame;
    String name = other instanceof PingWebSocketFrame ? "ping" : "pong";
    String content = other.content().toString(StandardCharsets.UTF_8);
    return content.isEmpty() ? name : name + " " + content;
  }
}
