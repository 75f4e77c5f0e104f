// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.Planning;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.Channel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads queues. A key that a queue does not set has the value it has in {@code defaults}. */
final class QueueReader {

  private static final String DEFAULTS = "defaults";

  private static final ValueType<OpeningHours> HOURS =
      new ValueType<>(OpeningHours.EXPECTED, OpeningHours::parse);

  private static final ValueType<Duration> INTERVAL =
      ValueType.durationOf(
          Set.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1)),
          "15m, 30m or 60m");

  private static final ValueType<Double> OCCUPANCY =
      ValueType.SHARE.where("a share from 0.01 to 1, such as 0.85", share -> share >= 0.01);

  private static final ValueType<Double> CONCURRENCY =
      new ValueType<>("a number from 1 to 1000, such as 3", Double::parseDouble)
          .where("a number from 1 to 1000, such as 3", each -> each >= 1 && each <= 1000);

  private final Sources sources;

  QueueReader(Sources sources) {
    this.sources = sources;
  }

  TideboardConfig.Queues read() {
    QueueConfig defaults = queue(Key.of(DEFAULTS, ""), QueueConfig.DEFAULT);
    Map<String, QueueConfig> queues = new LinkedHashMap<>();
    for (String queue : sources.items(Key.QUEUES)) {
      queues.put(queue, queue(new Key(Key.QUEUES, queue, ""), defaults));
    }
    return new TideboardConfig.Queues(defaults, queues);
  }

  private QueueConfig queue(Key at, QueueConfig otherwise) {
    return new QueueConfig(
        value(at, "channels", ValueType.someOf(Channel.class), otherwise.channels()),
        definition(at, otherwise.definition()));
  }

  private QueueDefinition definition(Key at, QueueDefinition otherwise) {
    return new QueueDefinition(
        value(at, "threshold", ValueType.DURATION, otherwise.threshold()),
        byChannel(at, "thresholds", otherwise.channelThresholds()),
        value(at, "target", ValueType.SHARE, otherwise.target()),
        value(at, "formula", ValueType.oneOf(ServiceLevelFormula.class), otherwise.formula()),
        value(at, "shortAbandon", ValueType.DURATION, otherwise.shortAbandon()),
        value(at, "atRiskShare", ValueType.SHARE, otherwise.atRiskShare()),
        value(at, "timeZone", ValueType.ZONE, otherwise.timeZone()),
        value(at, "dayStart", ValueType.TIME_OF_DAY, otherwise.dayStart()),
        value(at, "interval", INTERVAL, otherwise.interval()),
        value(at, "hours", HOURS, otherwise.hours()),
        byChannel(at, "maxVisit", otherwise.maxVisit()),
        resolution(at, otherwise.resolution()),
        value(at, "maxWrapUp", ValueType.DURATION, otherwise.maxWrapUp()),
        planning(at, otherwise.planning()));
  }

  private Planning planning(Key at, Planning otherwise) {
    Map<String, Double> concurrency = new LinkedHashMap<>(otherwise.concurrency());
    for (Channel channel : Channel.values()) {
      sources
          .read(name(at, "concurrency." + channel.wire()), CONCURRENCY)
          .ifPresent(contacts -> concurrency.put(channel.wire(), contacts));
    }
    return new Planning(
        value(at, "shrinkage", ValueType.PART, otherwise.shrinkage()),
        value(at, "maxOccupancy", OCCUPANCY, otherwise.maxOccupancy()),
        concurrency);
  }

  private @Nullable Duration resolution(Key at, @Nullable Duration otherwise) {
    return sources.read(name(at, "resolution"), ValueType.DURATION).orElse(otherwise);
  }

  private Map<String, Duration> byChannel(Key at, String name, Map<String, Duration> otherwise) {
    Map<String, Duration> durations = new LinkedHashMap<>(otherwise);
    for (Channel channel : Channel.values()) {
      Key key = name(at, name + "." + channel.wire());
      Duration inherited = durations.get(channel.wire());
      if (inherited != null) {
        durations.put(channel.wire(), sources.read(key, ValueType.DURATION, inherited));
      } else {
        sources
            .read(key, ValueType.DURATION)
            .ifPresent(duration -> durations.put(channel.wire(), duration));
      }
    }
    return durations;
  }

  private <T> T value(Key at, String name, ValueType<T> type, T otherwise) {
    return sources.read(name(at, name), type, otherwise);
  }

  private static Key name(Key at, String name) {
    return at.named(name);
  }
}
