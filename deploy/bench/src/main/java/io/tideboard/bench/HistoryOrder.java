// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.history.HistorySettings;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stored.
 *
 * @param directory of the store on disk
 * @param database PostgreSQL, which then has the rows instead; null for the store on disk
 * @param queues how many queues on channels
 * @param days how many days of them, in both bases
 * @param batch how many rows are written at once
 */
record HistoryOrder(
    String directory,
    HistorySettings.@Nullable Database database,
    int queues,
    int days,
    int batch) {

  int intervals() {
    return days * MadeRows.A_DAY;
  }

  long rows() {
    return 2L * queues * intervals();
  }
}
