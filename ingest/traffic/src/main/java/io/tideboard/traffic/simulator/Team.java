// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agents with the same skills.
 *
 * @param agents how many, at least 1
 * @param lines the lines that each of them serves, such as {@code Sales/voice}
 * @param shifts local times at which shifts begin, dealt to the members in turn
 * @param shiftLength 1h to 16h; 8h unless said
 * @param saturday share of the members who work on a Saturday; 0 unless said
 * @param sunday share of the members who work on a Sunday; 0 unless said
 */
public record Team(
    String name,
    int agents,
    List<String> lines,
    List<LocalTime> shifts,
    @Nullable Duration shiftLength,
    double saturday,
    double sunday) {

  private static final Duration USUAL_SHIFT = Duration.ofHours(8);
  private static final Duration LONGEST_SHIFT = Duration.ofHours(16);

  public Team {
    Checks.text("team.name", name);
    Checks.atLeast(1, "agents", agents);
    lines = Checks.list(lines);
    shifts = Checks.list(shifts);
    if (lines.isEmpty() || shifts.isEmpty()) {
      throw new IllegalArgumentException(
          "team '" + name + "': expected at least one of lines and one of shifts");
    }
    shiftLength = shiftLength == null ? USUAL_SHIFT : shiftLength;
    if (shiftLength.toMinutes() < 60 || shiftLength.compareTo(LONGEST_SHIFT) > 0) {
      throw new IllegalArgumentException(
          "'" + shiftLength + "' in shiftLength: expected 1h to 16h");
    }
    Checks.share("saturday", saturday);
    Checks.share("sunday", sunday);
  }

  Duration length() {
    return shiftLength == null ? USUAL_SHIFT : shiftLength;
  }

  Team scaledTo(double factor) {
    int scaled = (int) Math.ceil(agents * factor);
    return new Team(name, scaled, lines, shifts, shiftLength, saturday, sunday);
  }

  Team onSite(String site) {
    List<String> there =
        lines.stream()
            .map(l -> l.substring(0, l.lastIndexOf('/')) + site + l.substring(l.lastIndexOf('/')))
            .toList();
    return new Team(name + site, agents, there, shifts, shiftLength, saturday, sunday);
  }
}
