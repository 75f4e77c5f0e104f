// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.tideboard.gateway.hooks.Hook;
import io.tideboard.platforms.Delivery;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A call of a hook whose body is still to come.
 *
 * @param url the public address that was called, query included: it may hold a secret, and is
 *     neither logged nor kept
 */
record HookCall(Hook hook, String url, HttpHeaders headers) {

  /** The whole of it; of several headers of one name the first counts. */
  Delivery with(byte[] body) {
    Map<String, String> first = new HashMap<>();
    headers.forEach(
        header -> first.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return new Delivery(hook.caller().source(), url, first, body);
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "a call of the hook of " + hook.caller().source();
  }
}
