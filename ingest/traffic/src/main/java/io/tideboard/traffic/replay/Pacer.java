// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.util.concurrent.locks.LockSupport;

/** The clock that a replay goes by. */
public interface Pacer {

  /** Nanoseconds since some fixed instant; never goes back. */
  long nanoTime();

  /** Lets that much time pass; nothing for 0 or less. */
  void sleep(long nanos) throws InterruptedException;

  /** The machine's clock. */
  static Pacer system() {
    return new Pacer() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void sleep(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
          LockSupport.parkNanos(left);
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
      }
    };
  }
}
