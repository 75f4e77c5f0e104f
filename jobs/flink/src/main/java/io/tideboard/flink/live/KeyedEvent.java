// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

/**
 * An event as it stands in the log: still in the compact form, since it is read only where it is
 * needed.
 *
 * @param key the record's key: the interaction, agent, queue or source
 * @param value the compact form
 */
public record KeyedEvent(String key, byte[] value) {}
