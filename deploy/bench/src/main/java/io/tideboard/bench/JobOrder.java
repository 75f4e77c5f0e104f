// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

/**
 * A run of the live job over a log, to be made by a {@link JobProcess}.
 *
 * @param bootstrapServers where the log is
 * @param events how many it holds
 * @param patient by which of the {@link Promises}
 */
record JobOrder(String bootstrapServers, int parallelism, long events, boolean patient) {}
