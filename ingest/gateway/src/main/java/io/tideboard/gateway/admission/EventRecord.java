// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.nio.charset.StandardCharsets;

/**
 * What is written to a topic.
 *
 * @param key what the event is about, or for a refused one its source, in UTF-8
 * @param value the bytes, no longer changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied once less for each event
public record EventRecord(byte[] key, byte[] value) {

  static EventRecord of(String key, byte[] value) {
    return new EventRecord(key.getBytes(StandardCharsets.UTF_8), value);
  }
}
