// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.AbandonRecord;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AbandonLogTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final AbandonLog log = new AbandonLog(3, Duration.ofHours(1));

  @Test
  void aLaterRecordReplacesAnEarlierOneAndAWithdrawnOneIsGone() {
    take("c1", 5, 40, false);
    take("c1", 5, 30, false);
    take("c2", 1, 30, false);
    assertThat(log.those(all -> true)).extracting(Abandon::interaction).containsExactly("c2", "c1");
    assertThat(log.those(all -> true)).extracting(Abandon::at).containsExactly(30L, 30L);
    take("c1", 5, 30, true);
    assertThat(log.those(all -> true)).extracting(Abandon::interaction).containsExactly("c2");
  }

  @Test
  void ofTooManyTheEldestGoAndThatIsNotHidden() {
    take("c1", 1, 10, false);
    take("c2", 2, 10, false);
    take("c3", 3, 10, false);
    assertThat(log.isCompleteFrom(0)).isTrue();
    take("c4", 4, 10, false);
    assertThat(log.those(all -> true)).hasSize(3);
    assertThat(log.isCompleteFrom(1)).isFalse();
    assertThat(log.isCompleteFrom(2)).isTrue();
  }

  @Test
  void whatIsTooOldGoes() {
    take("c1", 1, 10, false);
    log.expire(NINE.plusSeconds(1).plus(Duration.ofHours(1)));
    assertThat(log.those(all -> true)).hasSize(1);
    log.expire(NINE.plusSeconds(2).plus(Duration.ofHours(1)));
    assertThat(log.those(all -> true)).isEmpty();
  }

  /** Taken by Kafka in the second in which it was offered. */
  private void take(String interaction, long offeredAt, long at, boolean withdrawn) {
    Abandon abandon = new Abandon(interaction, new QueueKey("sales", "voice"), offeredAt, true, at);
    log.take(new AbandonRecord(abandon, withdrawn), NINE.plusSeconds(offeredAt));
  }
}
