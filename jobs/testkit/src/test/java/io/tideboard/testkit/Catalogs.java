// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.events.Channel;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queues in zones whose clocks change by an hour, by half an hour, and never. */
final class Catalogs {

  /** Short enough for some to be given up, and the same for every channel. */
  private static final Map<String, Duration> MAX_VISIT =
      Stream.concat(Stream.of(Channel.values()).map(Channel::wire), Stream.of("unknown"))
          .collect(Collectors.toMap(channel -> channel, channel -> Duration.ofMinutes(50)));

  /** Where nobody is given up so soon. */
  static final QueueCatalog PATIENT =
      new QueueCatalog(
          Map.of("sales", queue("Europe/Berlin", "00:00", 15, Map.of())), QueueDefinition.DEFAULT);

  static final QueueCatalog MIXED =
      new QueueCatalog(
          Map.of(
              "sales", queue("Europe/Berlin", "00:00", 15),
              "support", queue("Australia/Lord_Howe", "04:00", 60)),
          queue("UTC", "00:00", 15));

  private Catalogs() {}

  static QueueDefinition queue(String zone, String dayStart, int minutes) {
    return queue(zone, dayStart, minutes, MAX_VISIT);
  }

  private static QueueDefinition queue(
      String zone, String dayStart, int minutes, Map<String, Duration> maxVisit) {
    return new QueueDefinition(
        Duration.ofSeconds(20),
        Map.of("chat", Duration.ofSeconds(60), "email", Duration.ofMinutes(30)),
        0.8,
        ServiceLevelFormula.EXCLUDE_SHORT_ABANDONS,
        Duration.ofSeconds(5),
        0.8,
        ZoneId.of(zone),
        LocalTime.parse(dayStart),
        Duration.ofMinutes(minutes),
        OpeningHours.parse("mon-fri 08:00-20:00, sat 09:00-24:00"),
        maxVisit,
        Duration.ofHours(1),
        Duration.ofSeconds(45));
  }
}
