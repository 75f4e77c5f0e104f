// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param closes whether the connection ends with it
 * @param further headers that only some answers have
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(
    HttpResponseStatus status,
    String contentType,
    byte[] body,
    boolean closes,
    Map<CharSequence, String> further) {

  static final String JSON = "application/json";

  /** The interim answer to a sender that asks before it sends a body. */
  static final Answer CONTINUE = json(HttpResponseStatus.CONTINUE, new byte[0]);

  private static final String CHALLENGE = "Bearer realm=\"tideboard\"";
  private static final Map<CharSequence, String> SOON = Map.of(HttpHeaderNames.RETRY_AFTER, "1");

  static Answer json(HttpResponseStatus status, byte[] body) {
    return new Answer(status, JSON, body, false, Map.of());
  }

  static Answer accepted(int events) {
    return json(
        HttpResponseStatus.ACCEPTED,
        ("{\"accepted\":" + events + "}").getBytes(StandardCharsets.US_ASCII));
  }

  static Answer page(String contentType, byte[] body) {
    return new Answer(HttpResponseStatus.OK, contentType, body, false, Map.of());
  }

  static Answer error(RequestError error, String message) {
    return json(error.status(), AnswerJson.error(error.wire(), message)).with(headers(error));
  }

  static Answer internalError() {
    return error(RequestError.INTERNAL_ERROR, "the gateway has a fault, see its log");
  }

  /** The same, to be sent again after that many seconds. */
  Answer after(int seconds) {
    return with(Map.of(HttpHeaderNames.RETRY_AFTER, Integer.toString(seconds)));
  }

  /** The same, and the end of the connection. */
  Answer closing() {
    return new Answer(status, contentType, body, true, further);
  }

  /** The same, naming the methods that the path has. */
  Answer allowing(String methods) {
    return with(Map.of(HttpHeaderNames.ALLOW, methods));
  }

  /** The same, because another credential would be needed. */
  Answer wantingScope() {
    return with(headers(RequestError.FORBIDDEN));
  }

  void describe(HttpHeaders headers) {
    headers.set(HttpHeaderNames.DATE, HttpDate.now());
    headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
    further.forEach(headers::set);
  }

  private Answer with(Map<CharSequence, String> headers) {
    return new Answer(status, contentType, body, closes, headers);
  }

  /** What a sender can do about an error. A foreign origin has no credential that would help. */
  private static Map<CharSequence, String> headers(RequestError error) {
    return switch (error) {
      case UNAUTHENTICATED, INVALID_SIGNATURE, STALE_SIGNATURE ->
          Map.of(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE);
      case FORBIDDEN ->
          Map.of(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
      case UPGRADE_REQUIRED ->
          Map.of(
              HttpHeaderNames.UPGRADE,
              HttpHeaderValues.WEBSOCKET.toString(),
              HttpHeaderNames.SEC_WEBSOCKET_VERSION,
              WebSocketVersion.V13.toHttpHeaderValue());
      default -> error.passes() ? SOON : Map.of();
    };
  }
}
