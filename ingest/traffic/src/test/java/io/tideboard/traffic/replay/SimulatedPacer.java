// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves when somebody sleeps, and at no other time. */
final class SimulatedPacer implements Pacer {

  private final List<Duration> sleeps = new ArrayList<>();
  private long now;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized void sleep(long nanos) {
    now += Math.max(0, nanos);
    sleeps.add(Duration.ofNanos(nanos));
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
