// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever comes. */
class AnyHistoryTest {

  private static final int[] MINUTES = {15, 30, 60};
  private static final int[] SIZES = {0, 1, 5, 50, 5_000};

  @Property(tries = 40)
  void bandsNeverCrossAndAreNeverBelowZero(
      @ForAll long seed, @ForAll @IntRange(max = 40) int days) {
    Wild wild = new Wild(seed, days);
    DemandModel model = wild.model(wild.actuals);
    // The record refuses what crosses or is below zero.
    assertThat(model.forecast(wild.terms, wild.asOf, 14))
        .allSatisfy(
            forecast -> {
              assertThat(forecast.contacts()).isNotNegative().isFinite();
              assertThat(forecast.p975()).isFinite();
            });
  }

  @Property(tries = 25)
  void orderAndRestartsDoNotMatter(@ForAll long seed, @ForAll @IntRange(max = 20) int days) {
    Wild wild = new Wild(seed, days);
    List<IntervalActual> shuffled = new ArrayList<>(wild.actuals);
    Collections.shuffle(shuffled, new Random(seed + 1));
    DemandModel restarted = new DemandModel();
    for (IntervalActual actual : shuffled) {
      if (actual.start() % 7 == 0) {
        restarted = DemandModel.fromBytes(restarted.toBytes());
        restarted.forecast(wild.terms, wild.asOf, 1);
      }
      restarted.tell(wild.terms, actual);
    }
    DemandModel inOrder = wild.model(wild.actuals);
    assertThat(restarted.toBytes()).isEqualTo(inOrder.toBytes());
    assertThat(restarted.forecast(wild.terms, wild.asOf, 3))
        .isEqualTo(inOrder.forecast(wild.terms, wild.asOf, 3));
  }

  /** A history in which anything may happen. */
  private static final class Wild {

    final DemandTerms terms;
    final List<IntervalActual> actuals = new ArrayList<>();
    final long asOf;

    Wild(long seed, int days) {
      Random random = new Random(seed);
      terms =
          new DemandTerms(Center.ZONE, Duration.ofMinutes(MINUTES[random.nextInt(MINUTES.length)]));
      int size = SIZES[random.nextInt(SIZES.length)];
      LocalDate today = LocalDate.parse("2026-03-20").plusDays(random.nextInt(20));
      for (int day = days; day >= 0; day--) {
        if (random.nextInt(5) > 0) {
          day(random, today.minusDays(day), size);
        }
      }
      asOf = Center.at(today, LocalTime.of(random.nextInt(24), 0));
    }

    private void day(Random random, LocalDate date, int size) {
      BusinessDay day = BusinessDay.of(terms, date);
      for (int i = 0; i < day.length(); i++) {
        if (random.nextInt(4) > 0) {
          int wild = random.nextInt(60) == 0 ? 100 : 1;
          int contacts = (int) (size * wild * random.nextDouble() * 2);
          double aht = random.nextBoolean() ? random.nextInt(900) : Double.NaN;
          actuals.add(new IntervalActual(day.starts()[i], contacts, aht));
        }
      }
    }

    DemandModel model(List<IntervalActual> told) {
      DemandModel model = new DemandModel();
      told.forEach(actual -> model.tell(terms, actual));
      return model;
    }
  }
}
