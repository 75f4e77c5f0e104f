// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.command;

import io.tideboard.events.Event;
import io.tideboard.launcher.CommandFailed;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which center is simulated. */
final class ScenarioFlags {

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A scenario of your own. Default: a mid-size center, one Monday.")
  private @Nullable Path file;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "HH:MM",
      description = "Begin at this time of the center's day. Default: when the scenario does.")
  private @Nullable String from;

  @Option(
      names = "--prefix",
      paramLabel = "WORD",
      description =
          "What all ids begin with: another one for a second run into the same log. Default: sim.")
  private @Nullable String prefix;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "End after so many events. Default: when the scenario ends.")
  private @Nullable Long most;

  /** What happens there. */
  Iterator<Event> events() {
    Iterator<Event> all = new Simulation(scenario(), seed);
    return most == null
        ? all
        : StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false)
            .limit(most)
            .iterator();
  }

  private Scenario scenario() {
    Scenario scenario = file == null ? Scenarios.midSizeCenter() : read(file);
    if (prefix != null) {
      scenario = scenario.prefixed(prefix);
    }
    return from == null ? scenario : beginning(timeOfDay(from), scenario);
  }

  private static Scenario read(Path file) {
    try {
      return Scenarios.read(file);
    } catch (BadFile e) {
      throw CommandFailed.configuration(String.valueOf(e.getMessage()));
    }
  }

  private static LocalTime timeOfDay(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw UsageFlags.refused(text, "--from", "a time of day such as 09:30");
    }
  }

  private static Scenario beginning(LocalTime from, Scenario scenario) {
    Instant end = scenario.start().plus(scenario.length());
    Instant start =
        scenario
            .start()
            .atZone(scenario.timeZone())
            .toLocalDate()
            .atTime(from)
            .atZone(scenario.timeZone())
            .toInstant();
    if (!start.isBefore(end)) {
      throw CommandFailed.usage(
          "'" + from + "' as --from: expected a time before the scenario ends at " + end);
    }
    return scenario.startingAt(start).lasting(Duration.between(start, end));
  }
}
