// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a queue's episodes open and close, on each of its channels.
 *
 * @param serviceLevel how many times the share that the target allows to be late is late, in the
 *     short and in the long window; the share that is asked for never exceeds {@link #MOST_MISSED},
 *     so that it can be reached at any target
 * @param longestWait how many times the threshold the oldest contact waits
 * @param waiting how many contacts wait
 * @param abandonRate the share that gives up, 0 to 1
 * @param nobodyServing how many times the threshold a contact must have waited while nobody works,
 *     0 for never: a mail that comes in the evening can wait
 * @param surge when bad scores are a wave
 * @param guard how few visits say nothing
 * @param calm when an episode is over
 */
public record AlertRules(
    Limits serviceLevel,
    Limits longestWait,
    Limits waiting,
    Limits abandonRate,
    double nobodyServing,
    Surge surge,
    Guard guard,
    Calm calm)
    implements Serializable {

  /** A share that every queue can miss, and that none should. */
  public static final double MOST_MISSED = 0.7;

  /** What holds where nothing is configured. How many may wait depends on the queue's size. */
  public static final AlertRules DEFAULT =
      new AlertRules(
          new Limits(1.5, 3),
          new Limits(3, 6),
          Limits.NEVER,
          new Limits(0.10, 0.25),
          1.5,
          new Surge(5, 2),
          new Guard(20, 3),
          new Calm(0.8, Duration.ofMinutes(5)));

  public AlertRules {
    if (!(nobodyServing >= 0)) {
      throw new IllegalArgumentException(
          nobodyServing + " as nobodyServing: expected 0 or more times the threshold");
    }
  }

  /**
   * A wave of bad scores: so many in 15 minutes, and so many times as many as in the 45 minutes
   * before.
   *
   * @param least how many, 0 for never
   * @param factor times as many, 1 or more
   */
  public record Surge(int least, double factor) implements Serializable {
    public Surge {
      if (least < 0 || !(factor >= 1)) {
        throw new IllegalArgumentException(
            least + " and " + factor + " as surge: expected 0 or more, and a factor from 1");
      }
    }
  }

  /**
   * A share of fewer visits is not looked at: one missed call at night is no breach.
   *
   * @param inLong in the last 30 minutes, 1 or more
   * @param inShort in the last 5 minutes, 1 or more
   */
  public record Guard(int inLong, int inShort) implements Serializable {
    public Guard {
      if (inLong < 1 || inShort < 1) {
        throw new IllegalArgumentException(
            inLong + " and " + inShort + " as volume guard: expected 1 or more");
      }
    }
  }

  /**
   * When an episode is over.
   *
   * @param share below which share of the lower limit a value must have come, above 0 to 1
   * @param least for how long without interruption, 0 or more
   */
  public record Calm(double share, Duration least) implements Serializable {
    public Calm {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(share + " as calm: expected a share above 0, up to 1");
      }
      if (least.isNegative()) {
        throw new IllegalArgumentException(least + " as calm: expected 0 or more");
      }
    }
  }

  /** The same with another number of waiting contacts. */
  public AlertRules withWaiting(Limits other) {
    return new AlertRules(
        serviceLevel, longestWait, other, abandonRate, nobodyServing, surge, guard, calm);
  }

  /** The same with another end. */
  public AlertRules withCalm(Calm other) {
    return new AlertRules(
        serviceLevel, longestWait, waiting, abandonRate, nobodyServing, surge, guard, other);
  }
}
