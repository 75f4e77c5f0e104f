// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way from a request to a WebSocket (RFC 6455, section 4.2). */
final class SocketUpgrade {

  private static final int KEY_BYTES = 16;

  private SocketUpgrade() {}

  /**
   * Requires that a WebSocket is asked for as it should be.
   *
   * @throws RefusedRequest when it is not, or for a page of somebody else: a browser connects
   *     anywhere on behalf of any page, and says which
   */
  static void require(HttpRequest head) {
    HttpHeaders headers = head.headers();
    if (!head.protocolVersion().equals(HttpVersion.HTTP_1_1)
        || !headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        || !WebSocketVersion.V13
            .toHttpHeaderValue()
            .equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      throw new RefusedRequest(
          RequestError.UPGRADE_REQUIRED, "expected an upgrade to a WebSocket of version 13");
    }
    if (!isKey(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY))) {
      throw new RefusedRequest(
          RequestError.MALFORMED_REQUEST, "expected 16 bytes in base64 in Sec-WebSocket-Key");
    }
    if (HttpUtil.getContentLength(head, 0L) != 0 || HttpUtil.isTransferEncodingChunked(head)) {
      throw new RefusedRequest(
          RequestError.MALFORMED_REQUEST, "expected no body before the WebSocket");
    }
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    String host = headers.get(HttpHeaderNames.HOST);
    if (origin != null && !isOf(origin, host)) {
      throw new RefusedRequest(
          RequestError.FOREIGN_ORIGIN, "'" + origin + "' in Origin: expected a page of this host");
    }
  }

  /** Answers, and reads and writes frames from now on. */
  static void perform(Channel channel, HttpRequest head) {
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(
            head.protocolVersion(),
            head.method(),
            head.uri(),
            Unpooled.EMPTY_BUFFER,
            head.headers(),
            EmptyHttpHeaders.INSTANCE);
    new Handshaker().handshake(channel, request);
  }

  private static boolean isKey(@Nullable String key) {
    try {
      return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean isOf(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && host != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static final class Handshaker extends WebSocketServerHandshaker13 {

    Handshaker() {
      super("", null, WebSocketDecoderConfig.newBuilder().build());
    }

    @Override
    protected WebSocketFrameDecoder newWebsocketDecoder() {
      return new FrameDecoder();
    }
  }
}
