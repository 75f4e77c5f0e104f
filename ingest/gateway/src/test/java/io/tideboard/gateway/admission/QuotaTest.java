// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);

  @Test
  void aSecondsWorthMayComeAtOnceAndThenTheRate() {
    Quota quota = quota(10, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(quota.enter(1_000_000)).isZero();
    }
    assertThat(quota.enter(0)).isEqualTo(1);
    pass(Duration.ofMillis(100));
    assertThat(quota.enter(0)).isZero();
    assertThat(quota.enter(0)).isEqualTo(1);
  }

  @Test
  void whatComesTooMuchIsWaitedFor() {
    Quota quota = quota(10, 0);
    assertThat(quota.enter(0)).isZero();
    quota.spend(99, 0);
    assertThat(quota.enter(0)).isEqualTo(10);
    pass(Duration.ofSeconds(9));
    assertThat(quota.enter(0)).isEqualTo(1);
    pass(Duration.ofMillis(101));
    assertThat(quota.enter(0)).isZero();
  }

  @Test
  void bytesAreCountedApartFromEvents() {
    Quota quota = quota(1000, 100);
    assertThat(quota.enter(300)).isZero();
    assertThat(quota.enter(1)).isEqualTo(3);
    pass(Duration.ofMillis(2010));
    assertThat(quota.enter(1)).isZero();
  }

  @Test
  void nobodySavesUpMoreThanASecond() {
    Quota quota = quota(2, 0);
    pass(Duration.ofHours(1));
    assertThat(quota.enter(0)).isZero();
    assertThat(quota.enter(0)).isZero();
    assertThat(quota.enter(0)).isEqualTo(1);
  }

  @Test
  void withoutAQuotaNothingIsCounted() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(Quota.UNLIMITED.enter(Long.MAX_VALUE)).isZero();
      Quota.UNLIMITED.spend(1000, Long.MAX_VALUE);
    }
  }

  @Test
  void aQuotaIsNeverNegative() {
    assertThatThrownBy(() -> new QuotaSettings(-1, 0))
        .hasMessage("-1 as eventsPerSecond: expected 0 or more");
  }

  private Quota quota(long events, long bytes) {
    return new Quota(new QuotaSettings(events, bytes), nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
