// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.json.EventFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, uncompressed.
 *
 * @param format how it holds events
 * @param attributes for a CloudEvent in binary mode, its attributes by name; null for other bodies
 * @param bytes the body, from index 0; what follows {@code length} is not part of it
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a connection's buffer, never compared
public record Body(
    EventFormat format,
    @Nullable Function<String, @Nullable String> attributes,
    byte[] bytes,
    int length) {

  /** A body that speaks for itself. */
  public static Body of(EventFormat format, byte[] bytes) {
    return new Body(format, null, bytes, bytes.length);
  }
}
