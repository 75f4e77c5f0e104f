// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Which hook is called.
 *
 * @param source decoded, as it is configured
 */
record HookPath(String platform, String source) {

  static final String ROOT = "/v1/hooks/";

  /** The parts of a path under {@link #ROOT}; null when it has others. */
  static @Nullable HookPath of(String path) {
    String rest = path.substring(ROOT.length());
    int slash = rest.indexOf('/');
    if (slash < 1 || slash == rest.length() - 1 || rest.indexOf('/', slash + 1) >= 0) {
      return null;
    }
    try {
      // The decoder is one for queries, where a plus is a blank.
      String source = rest.substring(slash + 1).replace("+", "%2B");
      return new HookPath(rest.substring(0, slash), QueryStringDecoder.decodeComponent(source));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The address as the platform knows it: some sign it.
   *
   * @param publicUrl what stands before the path, as configured; null for what the request says
   */
  static String url(HttpRequest head, @Nullable String publicUrl, boolean tls) {
    if (publicUrl != null) {
      return publicUrl + head.uri();
    }
    return (tls ? "https://" : "http://") + head.headers().get(HttpHeaderNames.HOST) + head.uri();
  }
}
