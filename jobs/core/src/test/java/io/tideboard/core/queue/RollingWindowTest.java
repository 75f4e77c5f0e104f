// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RollingWindowTest {

  private static final long SECOND = 1_000_000;
  private static final long FIVE_MINUTES = 300 * SECOND;

  @Property(tries = 100)
  void sumIsThatOfTheSlotsInTheWindowHoweverTimeGoesOn(@ForAll long seed) {
    Scene scene = new Scene();
    Random random = new Random(seed);
    long now = 1_000_000 * SECOND;
    scene.advance(now);
    for (int i = 0; i < 300; i++) {
      if (random.nextInt(3) == 0) {
        now += random.nextLong(random.nextInt(20) == 0 ? 2 * FIVE_MINUTES : 30 * SECOND);
        scene.advance(now);
      } else {
        scene.happen(now + random.nextLong(-2 * FIVE_MINUTES, 60 * SECOND));
      }
      assertThat(scene.sum()).isEqualTo(scene.naive(now));
    }
  }

  @Example
  void slotThatRunsBelongsToTheWindow() {
    Scene scene = new Scene();
    scene.advance(1_000 * SECOND);
    scene.happen(1_003 * SECOND);
    assertThat(scene.sum()).isEqualTo(1);
  }

  @Example
  void whatHappensAheadOfTimeCountsWhenTimeComes() {
    Scene scene = new Scene();
    scene.advance(1_000 * SECOND);
    scene.happen(1_015 * SECOND);
    assertThat(scene.sum()).isZero();
    scene.advance(1_010 * SECOND);
    assertThat(scene.sum()).isEqualTo(1);
  }

  private static final class Scene {

    private final TallySeries slots = new TallySeries();
    private final RollingWindow shorter = new RollingWindow(slots, 2);
    private final RollingWindow window = new RollingWindow(slots, 5);
    private final List<Long> happened = new ArrayList<>();

    void advance(long now) {
      shorter.advance(now, null);
      window.advance(now, shorter);
      slots.removeBefore(QueueCalendar.slotStart(now) - FIVE_MINUTES);
    }

    void happen(long at) {
      long slot = QueueCalendar.slotStart(at);
      happened.add(slot);
      slots.at(slot).add(Measure.OFFERED, 1);
      slots.at(slot).add(Sample.ANSWER_WAIT, at % 1_000_000, 1);
      add(at, slot, shorter);
      add(at, slot, window);
    }

    private static void add(long at, long slot, RollingWindow to) {
      if (to.holds(slot)) {
        to.add(Measure.OFFERED, 1);
        to.add(Sample.ANSWER_WAIT, at % 1_000_000, 1);
      }
    }

    long sum() {
      assertThat(window.sum().sample(Sample.ANSWER_WAIT).count())
          .isEqualTo(window.sum().get(Measure.OFFERED));
      return window.sum().get(Measure.OFFERED);
    }

    long naive(long now) {
      long running = QueueCalendar.slotStart(now);
      return happened.stream().filter(s -> s > running - FIVE_MINUTES && s <= running).count();
    }
  }
}
