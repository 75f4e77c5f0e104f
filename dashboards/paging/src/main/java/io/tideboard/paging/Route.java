// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a receiver is told, and when.
 *
 * @param queues those whose names match; what is of no queue goes to everybody
 * @param least from which severity on
 * @param kinds with which an episode must have opened or that must have joined it; empty for any
 * @param hours outside of which it is quiet: what opens then is told when they begin, if it is
 *     still open
 * @param timeZone of the hours
 */
public record Route(
    Pattern queues,
    AlertSeverity least,
    Set<AlertKind> kinds,
    OpeningHours hours,
    ZoneId timeZone) {

  /** Everything, at any time. */
  public static final Route EVERYTHING =
      new Route(
          Pattern.compile(".*", Pattern.DOTALL),
          AlertSeverity.WARNING,
          Set.of(),
          OpeningHours.ALWAYS,
          ZoneId.of("UTC"));

  public Route {
    kinds = Set.copyOf(kinds);
  }

  /** The queues of names with commas in between, in which a star stands for any letters. */
  public static Pattern queues(String names) {
    String each =
        Arrays.stream(names.split(",", -1))
            .map(String::strip)
            .map(
                name ->
                    Arrays.stream(name.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
            .collect(Collectors.joining("|"));
    return Pattern.compile(each, Pattern.DOTALL);
  }

  /** The same, from another severity on. */
  public Route from(AlertSeverity other) {
    return new Route(queues, other, kinds, hours, timeZone);
  }

  /** The same, outside of these hours quiet. */
  public Route within(OpeningHours other, ZoneId zone) {
    return new Route(queues, least, kinds, other, zone);
  }

  boolean matches(AlertEpisode episode) {
    String queue = episode.origin().queue();
    return (queue.isEmpty() || queues.matcher(queue).matches())
        && episode.severity().compareTo(least) >= 0
        && (kinds.isEmpty()
            || episode.symptoms().stream().anyMatch(symptom -> kinds.contains(symptom.kind())));
  }

  boolean isQuiet(Instant now) {
    long at = Micros.of(now);
    return hours.within(at, at + 1, timeZone) == 0;
  }
}
