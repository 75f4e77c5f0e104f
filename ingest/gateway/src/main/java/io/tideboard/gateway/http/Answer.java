// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.nio.charset.StandardCharsets;

/**
 * What a request is answered.
 *
 * @param closes whether the connection ends with it
 * @param allow the methods of the path; empty where they are not in question
 * @param retryAfter after how many seconds to send it again, where that may help
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(
    HttpResponseStatus status,
    String contentType,
    byte[] body,
    boolean closes,
    String allow,
    int retryAfter) {

  static final String JSON = "application/json";

  /** The interim answer to a sender that asks before it sends a body. */
  static final Answer CONTINUE =
      new Answer(HttpResponseStatus.CONTINUE, JSON, new byte[0], false, "", 1);

  private static final String CHALLENGE = "Bearer realm=\"tideboard\"";

  static Answer json(HttpResponseStatus status, byte[] body) {
    return new Answer(status, JSON, body, false, "", 1);
  }

  static Answer accepted(int events) {
    return json(
        HttpResponseStatus.ACCEPTED,
        ("{\"accepted\":" + events + "}").getBytes(StandardCharsets.US_ASCII));
  }

  static Answer page(String contentType, byte[] body) {
    return new Answer(HttpResponseStatus.OK, contentType, body, false, "", 1);
  }

  static Answer error(RequestError error, String message) {
    return json(error.status(), AnswerJson.error(error.wire(), message));
  }

  static Answer internalError() {
    return error(RequestError.INTERNAL_ERROR, "the gateway has a fault, see its log");
  }

  /** The same, to be sent again after that many seconds. */
  Answer after(int seconds) {
    return new Answer(status, contentType, body, closes, allow, seconds);
  }

  /** The same, and the end of the connection. */
  Answer closing() {
    return new Answer(status, contentType, body, true, allow, retryAfter);
  }

  /** The same, naming the methods that the path has. */
  Answer allowing(String methods) {
    return new Answer(status, contentType, body, closes, methods, retryAfter);
  }

  void describe(HttpHeaders headers) {
    headers.set(HttpHeaderNames.DATE, HttpDate.now());
    headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
    if (status.code() == 429 || status.code() == 503) {
      headers.set(HttpHeaderNames.RETRY_AFTER, Integer.toString(retryAfter));
    }
    if (status.code() == 401) {
      headers.set(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE);
    } else if (status.code() == 403) {
      headers.set(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
    }
    if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocketVersion.V13.toHttpHeaderValue());
    }
    if (!allow.isEmpty()) {
      headers.set(HttpHeaderNames.ALLOW, allow);
    }
  }
}
