// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JobRaceTest {

  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private final JobRace race = new JobRace(new PrintStream(progress, true, StandardCharsets.UTF_8));
  private final List<String> runs = new ArrayList<>();

  @Test
  void jobsTakeTurnsAndTwoRoundsDoNotCount() throws Exception {
    Map<String, Trip> medians =
        race.with("one", () -> drive("one")).with("other", () -> drive("other")).run(10, 1);

    assertThat(runs).containsExactly("one", "other", "one", "other", "one", "other");
    assertThat(medians).containsOnlyKeys("one", "other");
    assertThat(progress.toString(StandardCharsets.UTF_8).lines())
        .hasSize(6)
        .filteredOn(line -> line.startsWith("round 1 of 1, "))
        .hasSize(2);
  }

  @Test
  void aJobThatReadsNothingIsNoFastJob() {
    assertThatThrownBy(() -> race.with("empty", () -> {}).run(10, 1))
        .hasMessage("no event has passed: expected 10");
  }

  @Test
  void theMedianIsTakenOfEachMeasureByItself() {
    List<Trip> trips = List.of(new Trip(100, 3), new Trip(300, 1), new Trip(200, 5));

    assertThat(Trip.median(trips)).isEqualTo(new Trip(200, 3));
  }

  @Test
  void timeEndsWithTheLastResultAndNotWhenTheJobHasStopped() throws Exception {
    Trip trip =
        Odometer.measure(
            () -> {
              Odometer.pass();
              // As if the job had taken an hour for its events, and no time to stop.
              Odometer.arrive(System.nanoTime() + 3_600_000_000_000L);
            },
            3_600);

    assertThat(trip.rate()).isBetween(0.9, 1.0);
  }

  private void drive(String job) {
    runs.add(job);
    Odometer.pass();
  }
}
