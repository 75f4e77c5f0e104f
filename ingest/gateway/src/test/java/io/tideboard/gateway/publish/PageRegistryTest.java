// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageRegistryTest {

  @Test
  void whoAsksForManyPagesGetsTheLastOneAgain() {
    PageRegistry registry = new PageRegistry();
    AtomicInteger written = new AtomicInteger();
    registry.beforePage(written::incrementAndGet);
    registry.gauge("pages", written);
    assertThat(page(registry)).contains("pages 1.0");
    assertThat(page(registry)).contains("pages 2.0");
    for (int i = 0; i < 10_000; i++) {
      page(registry);
    }
    assertThat(written.get()).isBetween(50, 1000);
    int before = written.get();
    await().untilAsserted(() -> assertThat(page(registry)).contains("pages " + (before + 1)));
  }

  private static String page(PageRegistry registry) {
    return new String(registry.page(), StandardCharsets.UTF_8);
  }
}
