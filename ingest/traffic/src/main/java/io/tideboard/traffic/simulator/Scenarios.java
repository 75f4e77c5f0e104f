// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** Scenarios that come with Tideboard, and those of users' files. */
public final class Scenarios {

  private static final String MID_SIZE = "mid-size-center.yaml";

  private Scenarios() {}

  /** Some 60 agents, a dozen queues and every channel, for one Monday from midnight to midnight. */
  public static Scenario midSizeCenter() {
    try (InputStream in = Scenarios.class.getResourceAsStream("/scenarios/" + MID_SIZE)) {
      return StrictYaml.read(MID_SIZE, Checks.present(MID_SIZE, in).readAllBytes(), Scenario.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@link #midSizeCenter()} from {@code opening} on, until that day's midnight, on the last day
   * from Monday to Friday that is not after {@code day}. From 9:30 every queue moves at once.
   */
  public static Scenario workday(LocalDate day, LocalTime opening) {
    LocalDate date = day;
    while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      date = date.minusDays(1);
    }
    Scenario center = midSizeCenter();
    var start = date.atTime(opening).atZone(center.timeZone()).toInstant();
    var midnight = date.plusDays(1).atStartOfDay(center.timeZone()).toInstant();
    return center.startingAt(start).lasting(Duration.between(start, midnight));
  }

  /**
   * The scenario described in a YAML file of the shape of {@code mid-size-center.yaml}.
   *
   * @throws BadFile naming line, key, value and expectation
   */
  public static Scenario read(Path file) {
    try {
      return StrictYaml.read(file.toString(), Files.readAllBytes(file), Scenario.class);
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }
}
