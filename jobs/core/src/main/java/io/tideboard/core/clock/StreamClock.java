// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.clock;

/**
 * The stream's time: as far as the events tell, and moved on by the clock while nothing arrives, so
 * that a promise is broken on time in a silent queue too. Never steps back.
 *
 * <p>It says what time it is, and nothing more: whether an event counts never depends on it.
 */
public final class StreamClock {

  /** Before the first event nobody knows what time it is. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private final long silenceMillis;
  private long now;
  private long heardAtWall;
  private long heard;

  /**
   * @param silenceMillis how long nothing must arrive before the clock moves time on
   * @param now the time at which a restored stream stood, or {@link #UNKNOWN}
   * @param wallMillis the machine's clock at that moment
   */
  public StreamClock(long silenceMillis, long now, long wallMillis) {
    this.silenceMillis = silenceMillis;
    this.now = now;
    this.heard = now;
    this.heardAtWall = wallMillis;
  }

  /** The events have reached {@code streamMillis}. Returns the time it is now. */
  public long hear(long streamMillis, long wallMillis) {
    if (streamMillis > heard) {
      heard = streamMillis;
      heardAtWall = wallMillis;
      now = Math.max(now, streamMillis);
    }
    return now;
  }

  /** A moment has passed on the machine's clock. Returns the time it is now. */
  public long tick(long wallMillis) {
    long silent = wallMillis - heardAtWall;
    if (heard != UNKNOWN && silent >= silenceMillis) {
      now = Math.max(now, heard + silent);
    }
    return now;
  }

  /** The time it is, in milliseconds since 1970, or {@link #UNKNOWN}. */
  public long now() {
    return now;
  }
}
