// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the stream: the greatest time that any status told, moved on by the clock
 * since it came, but not for ever, so that data that no longer comes looks old. In a replay the
 * stream runs faster than the clock; then each status sets it right.
 */
final class StreamTime {

  private record Told(Instant asOf, Instant receivedAt) {}

  private final Duration countOn;
  private volatile @Nullable Told latest;
  private volatile @Nullable Instant lastReceived;

  /**
   * @param countOn how long it moves on by the clock
   */
  StreamTime(Duration countOn) {
    this.countOn = countOn;
  }

  /** Only ever called by one thread. */
  void tell(Instant asOf, Instant receivedAt) {
    Told before = latest;
    if (before == null || !asOf.isBefore(before.asOf)) {
      latest = new Told(asOf, receivedAt);
    }
    Instant last = lastReceived;
    if (last == null || receivedAt.isAfter(last)) {
      lastReceived = receivedAt;
    }
  }

  /** The stream's time when the clock shows {@code now}; null when nothing was ever told. */
  @Nullable Instant at(Instant now) {
    Told told = latest;
    if (told == null) {
      return null;
    }
    Duration since = Duration.between(told.receivedAt, now);
    Duration counted = since.compareTo(countOn) > 0 ? countOn : since;
    return counted.isNegative() ? told.asOf : told.asOf.plus(counted);
  }

  /** When Kafka took the latest status; null when there is none. */
  @Nullable Instant lastReceived() {
    return lastReceived;
  }
}
