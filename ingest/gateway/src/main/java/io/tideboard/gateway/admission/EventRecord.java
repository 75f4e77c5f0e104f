// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

/**
 * What is written to a topic.
 *
 * @param key what the event is about, or for a refused one its source
 * @param value the bytes, no longer changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied once less for each event
public record EventRecord(String key, byte[] value) {}
