// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.flink.EmbeddedFlink;

/**
 * What a peer is given to run.
 *
 * @param bootstrapServers where Kafka is
 * @param results the topic for the rows
 * @param flink with a slot for each of {@code parallelism}, for whom it may concern
 * @param parallelism how many threads or subtasks share the work
 */
public record PeerRun(
    String bootstrapServers, String results, EmbeddedFlink flink, int parallelism) {}
