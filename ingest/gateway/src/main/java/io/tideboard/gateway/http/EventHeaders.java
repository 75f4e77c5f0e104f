// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.admission.Body;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about the events in its body.
 *
 * @param contentLength bytes of the body as sent; -1 when they come in chunks
 * @param headers all of them, for the attributes of a CloudEvent in binary mode
 */
record EventHeaders(EventFormat format, boolean gzip, long contentLength, HttpHeaders headers) {

  private static final String BINARY_MODE = "ce-specversion";

  /**
   * Reads the headers.
   *
   * @throws RefusedRequest when they describe no events
   */
  static EventHeaders of(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return new EventHeaders(
        format(headers), isGzip(headers), HttpUtil.getContentLength(request, -1L), headers);
  }

  /** Reads the headers of a platform, which says in its own way what the body is. */
  static EventHeaders ofAnyType(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return new EventHeaders(
        EventFormat.JSON, isGzip(headers), HttpUtil.getContentLength(request, -1L), headers);
  }

  private static EventFormat format(HttpHeaders headers) {
    String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE);
    if (contentType == null && headers.contains(BINARY_MODE)) {
      return EventFormat.JSON;
    }
    EventFormat format = contentType == null ? null : EventFormat.ofContentType(contentType);
    if (format == null) {
      StringBuilder expected = new StringBuilder();
      for (EventFormat known : EventFormat.values()) {
        expected.append(expected.isEmpty() ? "" : ", ").append(known.contentType());
      }
      throw new RefusedRequest(
          RequestError.UNSUPPORTED_MEDIA_TYPE,
          (contentType == null ? "nothing" : "'" + contentType + "'")
              + " in Content-Type: expected one of "
              + expected);
    }
    return format;
  }

  private static boolean isGzip(HttpHeaders headers) {
    String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
    if (encoding == null || HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding)) {
      return false;
    }
    if (HttpHeaderValues.GZIP.contentEqualsIgnoreCase(encoding)) {
      return true;
    }
    throw new RefusedRequest(
        RequestError.UNSUPPORTED_ENCODING,
        "'" + encoding + "' in Content-Encoding: expected gzip, or none");
  }

  /** How large the body may be: only some formats hold several events. */
  int mostBytes(SizeLimits limits) {
    boolean one = format == EventFormat.CLOUDEVENT || headers.contains(BINARY_MODE);
    return one ? limits.body() : limits.batch();
  }

  /** The body with these headers. */
  Body body(byte[] bytes, int length) {
    boolean binary = format == EventFormat.JSON && headers.contains(BINARY_MODE);
    return new Body(format, binary ? this::attribute : null, bytes, length);
  }

  private @Nullable String attribute(String name) {
    String value = headers.get("ce-" + name);
    if (value == null || value.indexOf('%') < 0) {
      return value;
    }
    try {
      // The decoder is one for queries, where a plus is a blank; here it is part of a time.
      return QueryStringDecoder.decodeComponent(value.replace("+", "%2B"));
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
