// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Marks when the first record of a job passes. The job runs in this JVM, so a static field is seen
 * by both sides.
 */
final class Odometer<T> implements MapFunction<T, T> {

  private static final AtomicLong FIRST_AT = new AtomicLong();

  static void reset() {
    FIRST_AT.set(0);
  }

  static long firstAt() {
    return FIRST_AT.get();
  }

  @Override
  public T map(T value) {
    if (FIRST_AT.get() == 0) {
      FIRST_AT.compareAndSet(0, System.nanoTime());
    }
    return value;
  }
}
