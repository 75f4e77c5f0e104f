// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.events.Event;
import io.tideboard.testkit.Disorder;
import io.tideboard.testkit.Histories;
import io.tideboard.testkit.Platforms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Platforms' lists and restarts that come late, doubled or before what they tell of. */
class ListsInAnyOrderTest {

  private static final LiveSettings SETTINGS = LiveSettings.of(QueueCatalog.DEFAULTS);
  private static final long DAY = Duration.ofDays(1).toMillis();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sameComesOfThemInWhateverOrderTheyArrive(long seed) throws Exception {
    Disorder disorder = Disorder.seeded(seed);
    List<Event> day =
        Platforms.restarting(
            seed, Platforms.listing(seed, disorder.cut(Histories.of(seed, 20), 0.25)));
    List<Event> disordered = disorder.delayed(disorder.duplicated(day, 0.3), Duration.ofHours(2));
    try (Subtasks inOrder = follow(day, 0);
        Subtasks late = follow(disordered, 0);
        Subtasks moved = follow(disordered, disordered.size() / 2)) {
      Map<String, QueueTally> rows = inOrder.rows();
      assertThat(late.breaches()).isEqualTo(inOrder.breaches());
      assertThat(late.rows()).isEqualTo(rows);
      assertThat(moved.breaches()).isEqualTo(inOrder.breaches());
      assertThat(moved.rows()).isEqualTo(rows);
      assertThat(late.entries()).isZero();
      assertThat(late.timers()).isZero();
    }
  }

  /** In one part, or from some event on in two. */
  private static Subtasks follow(List<Event> arriving, int split) throws Exception {
    Subtasks subtasks = new Subtasks(SETTINGS);
    for (int i = 0; i < arriving.size(); i++) {
      subtasks.take(arriving.get(i));
      if (split > 0 && i == split) {
        subtasks.restart(2);
      }
    }
    long end =
        arriving.stream().mapToLong(e -> e.header().occurredAt().toEpochMilli()).max().orElse(0);
    for (int days = 1; days < 40; days++) {
      subtasks.time(end + days * DAY);
    }
    return subtasks;
  }
}
