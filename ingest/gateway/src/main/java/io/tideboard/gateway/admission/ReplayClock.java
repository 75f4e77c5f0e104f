// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The time of a replayed log, as told by its events. Each source has reached the greatest time
 * among its events; the clock shows the greatest that any source has reached. A source more than
 * the tolerance ahead of the others is left out, so that one wrong clock moves nobody's time: the
 * others are the sources that sent within the last ten seconds of wall time, and their middle is
 * the lower median. The clock never steps back.
 *
 * <p>A source that is alone is believed: there is nobody to compare it with.
 */
public final class ReplayClock {

  /** How long after its last event, in wall time, a source has a say. */
  private static final Duration ACTIVE = Duration.ofSeconds(10);

  /**
   * Sources that have a say at once. The median is taken over all of them, so somebody who invents
   * sources must not make it slow; further ones are admitted but do not move the clock.
   */
  private static final int MOST_SOURCES = 1000;

  private static final class Progress {
    long reached = Long.MIN_VALUE;
    long sentAt;
  }

  private final InstantSource wall;
  private final long toleranceMicros;
  private final Map<String, Progress> sources = new HashMap<>();
  private long now = Long.MIN_VALUE;

  /**
   * A clock that has not started.
   *
   * @param wall tells which sources are active
   * @param tolerance how far ahead of the median a source is believed
   */
  public ReplayClock(InstantSource wall, Duration tolerance) {
    this.wall = wall;
    this.toleranceMicros = tolerance.toNanos() / 1000;
  }

  /** Takes note of an event and returns what the clock shows after it. */
  public synchronized Instant after(String source, Instant occurredAt) {
    long time = micros(occurredAt);
    long wallNow = wall.millis();
    Progress progress = progressOf(source, wallNow);
    progress.sentAt = wallNow;
    if (time > progress.reached) {
      progress.reached = time;
      now = Math.max(now, greatestBelieved(wallNow));
    }
    return instant(now);
  }

  private Progress progressOf(String source, long wallNow) {
    Progress known = sources.get(source);
    if (known != null) {
      return known;
    }
    if (sources.size() >= MOST_SOURCES) {
      sources.values().removeIf(progress -> !isActive(progress, wallNow));
    }
    Progress progress = new Progress();
    if (sources.size() < MOST_SOURCES) {
      sources.put(source, progress);
    }
    return progress;
  }

  private long greatestBelieved(long wallNow) {
    long[] reached = new long[sources.size()];
    int active = 0;
    for (Progress progress : sources.values()) {
      if (isActive(progress, wallNow)) {
        reached[active++] = progress.reached;
      }
    }
    Arrays.sort(reached, 0, active);
    long latest = reached[(active - 1) / 2] + toleranceMicros;
    int i = active - 1;
    while (reached[i] > latest) {
      i--;
    }
    return reached[i];
  }

  private static boolean isActive(Progress progress, long wallNow) {
    return wallNow - progress.sentAt <= ACTIVE.toMillis();
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }
}
