// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.ServiceLevelFormula;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a queue promises, and when it has its day.
 *
 * @param threshold within which a contact should be answered
 * @param channelThresholds thresholds that differ by channel, as spelt on the wire
 * @param target the share that should be answered within the threshold, above 0 to 1
 * @param formula how the service level is counted
 * @param shortAbandon a contact that gives up within this time is a short abandon
 * @param atRiskShare the share of the threshold after which a waiting contact is at risk
 * @param timeZone the queue's time zone
 * @param dayStart when its day begins, local time; with an interval
 * @param interval length of its intervals: 15, 30 or 60 minutes
 * @param hours when it is open
 * @param maxVisit after how long without news a visit or leg is given up for lost, by channel; a
 *     channel that is not there has {@link #USUAL_MAX_VISIT}, an asynchronous one {@link
 *     #USUAL_MAX_ASYNCHRONOUS_VISIT}
 * @param resolution within which an asynchronous contact should be resolved; null when that is not
 *     promised
 * @param maxWrapUp after which a wrap-up is cut off, in whole seconds, up to a day
 * @param planning how agents are planned for it
 */
public record QueueDefinition(
    Duration threshold,
    Map<String, Duration> channelThresholds,
    double target,
    ServiceLevelFormula formula,
    Duration shortAbandon,
    double atRiskShare,
    ZoneId timeZone,
    LocalTime dayStart,
    Duration interval,
    OpeningHours hours,
    Map<String, Duration> maxVisit,
    @Nullable Duration resolution,
    Duration maxWrapUp,
    Planning planning)
    implements Serializable {

  /** After which nobody believes any more that somebody is still on the line. */
  public static final Duration USUAL_MAX_VISIT = Duration.ofHours(12);

  /** After which nobody believes any more that a message will be answered. */
  public static final Duration USUAL_MAX_ASYNCHRONOUS_VISIT = Duration.ofDays(14);

  /** What holds where nothing is configured. */
  public static final QueueDefinition DEFAULT =
      new QueueDefinition(
          Duration.ofSeconds(20),
          Map.of(),
          0.80,
          ServiceLevelFormula.EXCLUDE_SHORT_ABANDONS,
          Duration.ofSeconds(5),
          0.80,
          ZoneId.of("UTC"),
          LocalTime.MIDNIGHT,
          Duration.ofMinutes(15),
          OpeningHours.ALWAYS,
          Map.of(),
          null,
          Duration.ofMinutes(10),
          Planning.DEFAULT);

  public QueueDefinition {
    require(!threshold.isNegative(), threshold, "threshold", "0 or more");
    require(target > 0 && target <= 1, target, "target", "a share above 0, up to 1");
    require(!shortAbandon.isNegative(), shortAbandon, "shortAbandon", "0 or more");
    require(
        atRiskShare > 0 && atRiskShare <= 1,
        atRiskShare,
        "atRiskShare",
        "a share above 0, up to 1");
    long minutes = interval.toMinutes();
    require(
        interval.equals(Duration.ofMinutes(minutes))
            && (minutes == 15 || minutes == 30 || minutes == 60),
        interval,
        "interval",
        "15, 30 or 60 minutes");
    require(resolution == null || !resolution.isNegative(), resolution, "resolution", "0 or more");
    require(
        !maxWrapUp.isNegative()
            && maxWrapUp.compareTo(Duration.ofDays(1)) <= 0
            && maxWrapUp.equals(Duration.ofSeconds(maxWrapUp.toSeconds())),
        maxWrapUp,
        "maxWrapUp",
        "whole seconds, up to a day");
    // Today is a sum of whole intervals.
    require(
        dayStart.toNanoOfDay() % interval.toNanos() == 0,
        dayStart,
        "dayStart",
        "a multiple of the interval, " + interval);
    maxVisit.forEach(
        (channel, limit) ->
            require(limit.compareTo(Duration.ZERO) > 0, limit, "maxVisit." + channel, "above 0"));
    maxVisit = Map.copyOf(maxVisit);
    channelThresholds = Map.copyOf(channelThresholds);
  }

  /** A definition of a queue for which agents are planned as usual. */
  public QueueDefinition(
      Duration threshold,
      Map<String, Duration> channelThresholds,
      double target,
      ServiceLevelFormula formula,
      Duration shortAbandon,
      double atRiskShare,
      ZoneId timeZone,
      LocalTime dayStart,
      Duration interval,
      OpeningHours hours,
      Map<String, Duration> maxVisit,
      @Nullable Duration resolution,
      Duration maxWrapUp) {
    this(
        threshold,
        channelThresholds,
        target,
        formula,
        shortAbandon,
        atRiskShare,
        timeZone,
        dayStart,
        interval,
        hours,
        maxVisit,
        resolution,
        maxWrapUp,
        Planning.DEFAULT);
  }

  /** The same, with agents planned so. */
  public QueueDefinition with(Planning other) {
    return new QueueDefinition(
        threshold,
        channelThresholds,
        target,
        formula,
        shortAbandon,
        atRiskShare,
        timeZone,
        dayStart,
        interval,
        hours,
        maxVisit,
        resolution,
        maxWrapUp,
        other);
  }

  private static void require(
      boolean holds, @Nullable Object value, String field, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(value + " as " + field + ": expected " + expected);
    }
  }

  /** The threshold on that channel. */
  public Duration threshold(String channel) {
    return channelThresholds.getOrDefault(channel, threshold);
  }

  /** After how long without news a visit on that channel is given up for lost. */
  public Duration maxVisit(String channel) {
    return maxVisit.getOrDefault(
        channel, Channels.asynchronous(channel) ? USUAL_MAX_ASYNCHRONOUS_VISIT : USUAL_MAX_VISIT);
  }

  /** Whether the queue is open at that instant, in microseconds. */
  public boolean isOpen(long at) {
    return hours.within(at, at + 1, timeZone) > 0;
  }

  /** A new calendar of this queue. */
  public QueueCalendar calendar() {
    return new QueueCalendar(timeZone, dayStart, interval, hours);
  }

  /**
   * The counts of a period on that channel, with what depends on the promise counted by this one.
   */
  public Counted judge(QueueTally tally, String channel) {
    return tally.judgedBy(Micros.of(threshold(channel)), Micros.of(shortAbandon));
  }
}
