// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishingTest {

  private final Publishing publishing = new Publishing(50);

  @Test
  void changeOfAQuietQueueIsToldAtOnceWithWhatComesInTheSameMoment() {
    publishing.publish("sales", 1_000);
    assertThat(publishing.next("sales", 2_001)).isEqualTo(2_010);
    assertThat(publishing.next("sales", 2_009)).isEqualTo(2_010);
  }

  @Test
  void changesOfABusyQueueAreToldTogether() {
    publishing.publish("sales", 1_000);
    assertThat(publishing.next("sales", 1_001)).isEqualTo(1_050);
    assertThat(publishing.next("sales", 1_049)).isEqualTo(1_050);
    assertThat(publishing.next("sales", 1_050)).isEqualTo(1_060);
  }

  @Test
  void newQueueIsToldAtTheNextTwentiethOfASecond() {
    assertThat(publishing.next("sales", 1_001)).isEqualTo(1_050);
    publishing.publish("sales", 1_050);
    publishing.forget("sales");
    assertThat(publishing.next("sales", 1_051)).isEqualTo(1_100);
  }

  @Test
  void fewQueuesAreToldAsOftenAsEver() {
    publish(1_050, 499);
    assertThat(publishing.next("queue-1", 1_051)).isEqualTo(1_100);
  }

  @Test
  void whereVeryManyQueuesChangeEachIsToldLessOften() {
    publish(1_050, 2_000);
    assertThat(publishing.next("queue-1", 1_051)).isEqualTo(1_250);
  }

  @Test
  void whenTheyAreQuietAgainAllIsAsBefore() {
    publish(1_050, 2_000);
    publish(1_250, 1);
    publish(1_300, 1);
    assertThat(publishing.next("queue-0", 1_301)).isEqualTo(1_350);
  }

  private void publish(long at, int queues) {
    for (int i = 0; i < queues; i++) {
      publishing.publish("queue-" + i, at);
    }
  }
}
