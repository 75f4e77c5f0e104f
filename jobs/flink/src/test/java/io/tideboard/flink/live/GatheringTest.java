// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private final Gathering<List<String>> gathering = new Gathering<>(key -> new ArrayList<>());

  @Test
  void whatCameOfAContactIsHandedOverTogetherInTheOrderOfArrival() throws Exception {
    gathering.one("call-2").add("queued");
    gathering.one("call-1").add("queued");
    gathering.one("call-2").add("answered");
    assertThat(drained(0))
        .containsExactly(
            Map.entry("call-2", List.of("queued", "answered")),
            Map.entry("call-1", List.of("queued")));
    assertThat(drained(0)).isEmpty();
  }

  @Test
  void whatArrivesWhileOthersAreHandedOverWaitsForTheNextTime() throws Exception {
    gathering.one("call-1").add("queued");
    gathering.drain(0, (key, arrived) -> gathering.one("call-1").add("answered"));
    assertThat(drained(0)).containsExactly(Map.entry("call-1", List.of("answered")));
  }

  @Test
  void aFewEventsNeverWait() {
    arrive(100);
    assertThat(gathering.mayWait(1)).isFalse();
  }

  @Test
  void whoCatchesUpWaitsForMoreButNotForLong() throws Exception {
    drained(1_000);
    arrive(5_000);
    assertThat(gathering.mayWait(1_020)).isTrue();
    assertThat(gathering.mayWait(1_100)).isFalse();
  }

  @Test
  void howMuchIsHeldIsBounded() {
    arrive(131_072);
    assertThat(gathering.isFull()).isTrue();
    assertThat(gathering.mayWait(0)).isFalse();
  }

  private void arrive(int events) {
    for (int i = 0; i < events; i++) {
      gathering.one("call-" + i % 1_000);
    }
  }

  private Map<String, List<String>> drained(long now) throws Exception {
    Map<String, List<String>> drained = new LinkedHashMap<>();
    gathering.drain(now, drained::put);
    return drained;
  }
}
