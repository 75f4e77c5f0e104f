// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP as the standard wants it, where being lenient lets two readers see different requests. */
final class StrictHttp {

  /** Every version of the protocol's first major one; a later minor one says nothing new to us. */
  private static final Pattern VERSION = Pattern.compile("HTTP/1\\.[0-9]");

  /** A host after RFC 3986, section 3.2.2, with a port or without; also none. */
  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[\\w.~!$&'()*+,;=%-]*)(?::[0-9]*)?");

  private StrictHttp() {}

  /**
   * A decoder that refuses both lengths at once, transfer codings in HTTP/1.0, bare line feeds, and
   * whatever only resembles a version.
   */
  static HttpRequestDecoder decoder(SizeLimits limits) {
    HttpDecoderConfig config =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.requestLine())
            .setMaxHeaderSize(limits.headers())
            .setAllowDuplicateContentLengths(false)
            .setStrictLineParsing(true)
            .setUseRfc9112TransferEncoding(true);
    return new HttpRequestDecoder(config) {
      @Override
      protected HttpMessage createMessage(String[] initialLine) throws Exception {
        String version = initialLine[2];
        if (!version.equals("HTTP/1.1") && !VERSION.matcher(version).matches()) {
          throw new IllegalArgumentException("expected HTTP/1.1");
        }
        return super.createMessage(initialLine);
      }
    };
  }

  /**
   * Requires what a decoder leaves to its user. After a refusal nobody can be sure where the next
   * request begins.
   *
   * @throws RefusedRequest when the head could not be decoded, has a body in another coding than
   *     chunks, names no or several hosts, or has a target that is none
   */
  static void require(HttpRequest head) {
    if (head.decoderResult().isFailure()) {
      throw refusal(head.decoderResult().cause());
    }
    HttpHeaders headers = head.headers();
    if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      String coding = only(headers, HttpHeaderNames.TRANSFER_ENCODING);
      require("chunked".equalsIgnoreCase(coding), "chunked alone in Transfer-Encoding");
    }
    if (headers.contains(HttpHeaderNames.HOST)
        || head.protocolVersion().isKeepAliveDefault()) { // since HTTP/1.1
      String host = only(headers, HttpHeaderNames.HOST);
      require(host != null && HOST.matcher(host).matches(), "one Host header with a host");
    }
    require(isVisible(head.uri()), "only visible characters of ASCII in the target");
  }

  private static @Nullable String only(HttpHeaders headers, CharSequence name) {
    Iterator<String> values = headers.valueStringIterator(name);
    String value = values.hasNext() ? values.next() : null;
    return values.hasNext() ? null : value;
  }

  private static boolean isVisible(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new RefusedRequest(RequestError.MALFORMED_REQUEST, "expected " + expected);
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
