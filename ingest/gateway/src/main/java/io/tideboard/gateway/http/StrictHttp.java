// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;

/** HTTP as the standard wants it, where being lenient lets two readers see different requests. */
final class StrictHttp {

  private StrictHttp() {}

  /**
   * A decoder that refuses both lengths at once, transfer codings in HTTP/1.0, and bare line feeds.
   */
  static HttpRequestDecoder decoder(SizeLimits limits) {
    return new HttpRequestDecoder(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.requestLine())
            .setMaxHeaderSize(limits.headers())
            .setAllowDuplicateContentLengths(false)
            .setStrictLineParsing(true)
            .setUseRfc9112TransferEncoding(true));
  }

  /**
   * Requires what a decoder leaves to its user.
   *
   * @throws RefusedRequest when the head could not be decoded, or names no or several hosts
   */
  static void require(HttpRequest head) {
    if (head.decoderResult().isFailure()) {
      throw refusal(head.decoderResult().cause());
    }
    Iterator<String> hosts = head.headers().valueStringIterator(HttpHeaderNames.HOST);
    boolean one = hosts.hasNext();
    if (one) {
      hosts.next();
      one = !hosts.hasNext();
    } else {
      one = !head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }
    if (!one) {
      throw new RefusedRequest(RequestError.MALFORMED_REQUEST, "expected one Host header");
    }
  }

  static RefusedRequest refusal(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new RefusedRequest(RequestError.URI_TOO_LONG, "the request line is too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new RefusedRequest(RequestError.HEADERS_TOO_LARGE, "the headers are too large");
    }
    return new RefusedRequest(
        RequestError.MALFORMED_REQUEST, "not a request of HTTP/1.1: " + cause.getMessage());
  }
}
