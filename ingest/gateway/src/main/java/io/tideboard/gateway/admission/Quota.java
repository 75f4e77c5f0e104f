// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a source may still send: a token bucket of events and one of bytes, each refilled all the
 * time and holding a second's worth. Whoever has anything left may send a request, and what that
 * takes too much is owed and waited for. For any number of threads.
 */
public final class Quota {

  /** As much as anybody likes. */
  public static final Quota UNLIMITED = new Quota(QuotaSettings.UNLIMITED, System::nanoTime);

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  /** One bucket; with a rate of 0 nothing is counted. */
  private static final class Bucket {
    private final long rate;
    private double left;

    Bucket(long rate) {
      this.rate = rate;
      this.left = rate;
    }

    void refill(long nanos) {
      left = Math.min(rate, left + rate * (nanos / SECOND));
    }

    void take(long amount) {
      if (rate > 0) {
        left -= amount;
      }
    }

    /** Seconds until there is something left. */
    double secondsToWait() {
      return rate == 0 || left > 0 ? 0 : (1 - left) / rate;
    }
  }

  private final Bucket events;
  private final Bucket bytes;
  private final LongSupplier nanoTime;
  private long refilledAt;

  /**
   * A full one.
   *
   * @param nanoTime a clock that never steps back
   */
  public Quota(QuotaSettings settings, LongSupplier nanoTime) {
    this.events = new Bucket(settings.eventsPerSecond());
    this.bytes = new Bucket(settings.bytesPerSecond());
    this.nanoTime = nanoTime;
    this.refilledAt = nanoTime.getAsLong();
  }

  /**
   * Takes a request that holds at least one event.
   *
   * @param bodyBytes of its body; 0 when they are not known yet
   * @return 0, or after how many whole seconds to come again
   */
  public int enter(long bodyBytes) {
    if (isUnlimited()) {
      return 0;
    }
    synchronized (this) {
      refill();
      double wait = Math.max(events.secondsToWait(), bytes.secondsToWait());
      if (wait > 0) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(wait));
      }
      events.take(1);
      bytes.take(bodyBytes);
      return 0;
    }
  }

  /** Takes what turned out to belong to a request that was let in. */
  public void spend(long moreEvents, long moreBytes) {
    if (isUnlimited()) {
      return;
    }
    synchronized (this) {
      events.take(moreEvents);
      bytes.take(moreBytes);
    }
  }

  private boolean isUnlimited() {
    return events.rate == 0 && bytes.rate == 0;
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    events.refill(now - refilledAt);
    bytes.refill(now - refilledAt);
    refilledAt = now;
  }
}
