// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be under way at once, with those that somebody was promised room for. */
final class Budget {

  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong promised = new AtomicLong();

  Budget(long most) {
    this.most = most;
  }

  /** Takes the bytes, if there is room for all of them. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) + promised.get() <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  /** Keeps room for bytes that are yet to be made, if there is any left, be it too little. */
  boolean promise(long bytes) {
    if (promised.getAndAdd(bytes) + taken.get() < most) {
      return true;
    }
    promised.addAndGet(-bytes);
    return false;
  }

  /** The bytes are there, and taken now, or will never be. */
  void release(long bytes) {
    promised.addAndGet(-bytes);
  }

  /** Takes the bytes whether there is room for them or not. */
  void hold(long bytes) {
    taken.addAndGet(bytes);
  }

  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}
