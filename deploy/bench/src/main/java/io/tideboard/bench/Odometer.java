// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Measures a job from the moment at which its first record passes, so that neither its planning nor
 * its deployment counts. Every job runs in this JVM, one at a time, so a static field is seen by
 * all sides.
 */
public final class Odometer {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final AtomicReference<@Nullable Mark> START = new AtomicReference<>();

  private static volatile long arrivedNanos;

  /** An instant: by the clock, and by the processor time that this process had used. */
  private record Mark(long nanos, long cpuNanos) {
    static Mark now() {
      return new Mark(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }
  }

  /** What is measured. */
  @FunctionalInterface
  interface Journey {
    void run() throws Exception;
  }

  private Odometer() {}

  /** A record passes: the first one starts the clock. */
  public static void pass() {
    if (START.get() == null) {
      START.compareAndSet(null, Mark.now());
    }
  }

  /**
   * The last result was written then, by {@link System#nanoTime}: for a job that takes a while to
   * stop when its work is done. Unless it is told, a job's end is the end of its work.
   */
  public static void arrive(long nanos) {
    arrivedNanos = nanos;
  }

  /**
   * Runs the job to its end.
   *
   * @param events how many it reads
   * @throws IllegalStateException when none has passed
   */
  static Trip measure(Journey job, long events) throws Exception {
    // What the job before has left is not this one's to clear.
    System.gc();
    START.set(null);
    arrivedNanos = 0;
    job.run();
    Mark start = START.get();
    if (start == null) {
      throw new IllegalStateException("no event has passed: expected " + events);
    }
    Mark end = Mark.now();
    long arrived = arrivedNanos == 0 ? end.nanos : arrivedNanos;
    return new Trip(
        events * 1e9 / (arrived - start.nanos), (end.cpuNanos - start.cpuNanos) / 1e3 / events);
  }
}
