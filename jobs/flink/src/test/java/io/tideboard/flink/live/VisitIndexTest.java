// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import org.junit.jupiter.api.Test;

class VisitIndexTest {

  private final VisitIndex index = new VisitIndex();

  @Test
  void whoWaitsAndWhoHasLeftSinceAreThoseWhomAListConcerns() {
    index.begin("sales");
    waits("c1");
    leaves("c2", 50);
    leaves("c3", 90);
    assertThat(index.notGoneBy("sales", 60)).containsExactlyInAnyOrder("c1", "c3");
    assertThat(index.notGoneBy("sales", 90)).containsExactlyInAnyOrder("c1", "c3");
    assertThat(index.notGoneBy("sales", 91)).containsExactly("c1");
    assertThat(index.notGoneBy("billing", 0)).isEmpty();
  }

  @Test
  void queuesWithoutListsAreNotIndexed() {
    waits("c1");
    assertThat(index.size()).isZero();
  }

  @Test
  void nobodyIsRememberedForLongerThanListsMayBeLate() {
    index.begin("sales");
    for (int second = 0; second < 1_000; second++) {
      Interaction waiting = waiting();
      index.update("c" + second, null, waiting, second - 100);
      index.update("c" + second, waiting, left(waiting, second), second - 100);
    }
    assertThat(index.size()).isEqualTo(101);
  }

  private void waits(String key) {
    index.update(key, null, waiting(), 0);
  }

  private void leaves(String key, long at) {
    Interaction waiting = waiting();
    index.update(key, null, waiting, 0);
    index.update(key, waiting, left(waiting, at), 0);
  }

  private static Interaction waiting() {
    return InteractionLifecycle.on(Interaction.UNKNOWN, Moment.seen(-10, "sales", -20))
        .interaction();
  }

  private static Interaction left(Interaction waiting, long at) {
    return InteractionLifecycle.on(waiting, Moment.restarted(at)).interaction();
  }
}
