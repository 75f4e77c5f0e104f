// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the event socket.
 *
 * @param headers by their names, whatever their case
 * @param body as many bytes as {@code Content-Length} says
 */
public record EslFrame(Map<String, String> headers, byte[] body) {

  public EslFrame {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = java.util.Collections.unmodifiableMap(anyCase);
  }

  /** The header, or null. */
  public @Nullable String get(String name) {
    return headers.get(name);
  }

  /** What it is: {@code auth/request}, {@code command/reply}, {@code text/event-plain} ... */
  public String type() {
    return headers.getOrDefault("Content-Type", "");
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
