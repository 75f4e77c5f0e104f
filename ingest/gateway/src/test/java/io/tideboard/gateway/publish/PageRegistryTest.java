// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageRegistryTest {

  private final PageRegistry registry = new PageRegistry();
  private final AtomicInteger written = new AtomicInteger();

  PageRegistryTest() {
    registry.beforePage(written::incrementAndGet);
    registry.gauge("pages", written);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void everyPageIsAsOfAfterItWasAskedFor() {
    for (int i = 1; i <= 10; i++) {
      assertThat(page().join()).contains("pages " + i + ".0");
    }
    assertThat(registry.usualSize()).isPositive();
  }

  @Test
  void whoAsksWhileOneIsWrittenSharesTheNext() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    registry.beforePage(
        () -> {
          begun.countDown();
          awaitUninterrupted(mayEnd);
        });
    CompletableFuture<String> first = page();
    begun.await();
    var others = Stream.generate(this::page).limit(1000).toList();
    mayEnd.countDown();
    assertThat(first.join()).contains("pages 1.0");
    assertThat(others).allSatisfy(page -> assertThat(page.join()).contains("pages 2.0"));
  }

  @Test
  void aPageThatCannotBeWrittenIsTheLastOneAgain() {
    assertThat(page().join()).contains("pages 1.0");
    registry.beforePage(
        () -> {
          throw new IllegalStateException("no page today");
        });
    assertThat(page().join()).contains("pages 1.0");
  }

  private CompletableFuture<String> page() {
    CompletableFuture<String> page = new CompletableFuture<>();
    registry.page(bytes -> page.complete(new String(bytes, StandardCharsets.UTF_8)));
    return page;
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
