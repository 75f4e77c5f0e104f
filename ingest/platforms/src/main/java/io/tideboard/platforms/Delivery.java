// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of a platform, as it arrived.
 *
 * @param source the source of its events: the last part of the hook's address
 * @param url the public address to which the platform sent it, query included: some sign it
 * @param headers by their names in lower case
 * @param body the raw bytes: signatures are made of these
 */
public record Delivery(String source, String url, Map<String, String> headers, byte[] body) {

  public Delivery {
    headers = Map.copyOf(headers);
  }

  /** The header of that name in lower case, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
