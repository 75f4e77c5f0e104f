// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.time.Duration;
import java.time.InstantSource;

/** The one thread on which everything is decided, and its clock. */
interface Loop extends InstantSource {

  /** Runs it there, soon. */
  void run(Runnable task);

  /** Runs it there, later. */
  void later(Duration delay, Runnable task);
}
