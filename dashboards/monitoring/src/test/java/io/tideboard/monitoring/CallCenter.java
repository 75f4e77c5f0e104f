// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import io.tideboard.traffic.replay.EventFile;
import io.tideboard.traffic.replay.Replay;
import io.tideboard.traffic.replay.ReplayOptions;
import io.tideboard.traffic.replay.Speed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A hotline on a Tuesday, open from 8 to 20, and an emergency line that never closes: what happens
 * there is written down call by call, and then happens {@link Compressed#FACTOR} times as fast.
 */
final class CallCenter {

  static final String CONFIGURATION =
      """
        Hotline: {channels: [voice], timeZone: Europe/Berlin, hours: {mon-fri: "08:00-20:00"}}
        Emergency: {channels: [voice], timeZone: Europe/Berlin, target: 0.95}
      """;

  /** When the simulated center works, the day before. */
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static final ZonedDateTime MIDNIGHT =
      MONDAY.plusDays(1).atStartOfDay(ZoneId.of("Europe/Berlin"));
  private static final List<String> AGENTS = List.of("ada", "bea", "cleo");

  private record Line(long millis, String json) {}

  private final List<Line> lines = new ArrayList<>();
  private int calls;

  /** Agents sign in, or take a break, or leave. */
  CallCenter agents(String at, String state) {
    for (String agent : AGENTS) {
      add(
          at(at),
          "agent.state",
          "\"agent\":\"" + agent + "\",\"state\":\"" + state + "\",\"queues\":[\"Hotline\"]");
    }
    return this;
  }

  /** Calls every so many seconds, each answered after a while, and over a minute later. */
  CallCenter answered(String from, String to, int every, int after) {
    for (long at = at(from); at < at(to); at += every * 1000L) {
      String call = call(at, "Hotline");
      String agent = AGENTS.get(calls % AGENTS.size());
      add(at + after * 1000L, "interaction.answered", call + ",\"agent\":\"" + agent + "\"");
      add(at + (after + 60) * 1000L, "interaction.ended", call);
      add(at + (after + 70) * 1000L, "interaction.wrapped_up", call);
    }
    return this;
  }

  /** Calls every so many seconds that nobody answers. */
  CallCenter abandoned(String queue, String from, String to, int every) {
    for (long at = at(from); at < at(to); at += every * 1000L) {
      add(at + 170_000, "interaction.abandoned", call(at, queue));
    }
    return this;
  }

  /** What another system left open is over. */
  CallCenter restarted(String at, String source) {
    lines.add(new Line(at(at), event(at(at), source, "source.restarted", "")));
    return this;
  }

  private String call(long at, String queue) {
    String call =
        "\"interaction\":\"call-" + MIDNIGHT.toEpochSecond() + "-" + at + "-" + ++calls + "\"";
    add(at, "interaction.queued", call + ",\"channel\":\"voice\",\"queue\":\"" + queue + "\"");
    return call;
  }

  private void add(long millis, String type, String fields) {
    lines.add(new Line(millis, event(millis, "pbx", type, fields)));
  }

  private String event(long millis, String source, String type, String fields) {
    return "{\"id\":\"%s-%d-%d\",\"source\":\"%s\",\"type\":\"%s\",\"time\":\"%s\"%s}"
        .formatted(
            type,
            millis,
            lines.size(),
            source,
            type,
            MIDNIGHT.toInstant().plusMillis(millis),
            fields.isEmpty() ? "" : "," + fields);
  }

  private static long at(String timeOfDay) {
    return LocalTime.parse(timeOfDay).toSecondOfDay() * 1000L;
  }

  /** Lets it happen, and returns when it has. */
  void happenAt(URI gateway, Path directory) throws IOException, InterruptedException {
    lines.sort(Comparator.comparingLong(Line::millis));
    Path file =
        Files.write(
            Files.createTempFile(directory, "calls", ".ndjson"),
            lines.stream().map(Line::json).toList());
    try (EventFile events = EventFile.read(file)) {
      new Replay(ReplayOptions.to(gateway).at(new Speed(Compressed.FACTOR))).send(events);
    }
  }
}
