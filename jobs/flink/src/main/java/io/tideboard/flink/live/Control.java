// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

/**
 * What concerns more than one interaction, and so goes to every part of the job: a changed
 * definition, a platform's list of a queue, a platform's restart.
 *
 * @param topic where it was read
 * @param key the record's key: the queue, or the source
 * @param value the record's value; empty for a definition that is deleted
 */
public record Control(String topic, String key, byte[] value) {}
