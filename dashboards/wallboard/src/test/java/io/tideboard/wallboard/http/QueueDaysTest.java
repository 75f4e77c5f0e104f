// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QueueDaysTest {

  private final LiveCatalog catalog = new LiveCatalog(QueueCatalog.DEFAULTS);

  @Test
  void aDayBeginsWhereTheQueueIsAndWhenItsDayStarts() {
    define("sales", "{\"timeZone\": \"Europe/Berlin\", \"dayStart\": \"04:00\"}");
    QueueDays days = on("2026-03-02");
    assertThat(days.hold("sales", at("2026-03-02T02:59:59Z"))).isFalse();
    assertThat(days.hold("sales", at("2026-03-02T03:00:00Z"))).isTrue();
    assertThat(days.hold("sales", at("2026-03-03T02:59:59Z"))).isTrue();
    assertThat(days.hold("sales", at("2026-03-03T03:00:00Z"))).isFalse();
    assertThat(days.hold("billing", at("2026-03-02T00:00:00Z"))).isTrue();
  }

  @Test
  void aDayOnWhichTheClocksChangeIsWhole() {
    define("sales", "{\"timeZone\": \"Europe/Berlin\"}");
    QueueDays days = on("2026-10-25");
    assertThat(days.hold("sales", at("2026-10-24T22:00:00Z"))).isTrue();
    assertThat(days.hold("sales", at("2026-10-25T22:59:59Z"))).isTrue();
    assertThat(days.hold("sales", at("2026-10-25T23:00:00Z"))).isFalse();
  }

  @Test
  void withoutADateItIsThePresentDay() {
    QueueDays days = new QueueDays(catalog, null, Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(days.hold("sales", at("2026-03-02T00:00:00Z"))).isTrue();
    assertThat(days.hold("sales", at("2026-03-01T23:59:59Z"))).isFalse();
    assertThat(days.start("sales")).isEqualTo(at("2026-03-02T00:00:00Z"));
    assertThat(days.start(null)).isLessThan(days.start("sales"));
  }

  private QueueDays on(String date) {
    return new QueueDays(catalog, LocalDate.parse(date), Instant.parse("2026-06-01T00:00:00Z"));
  }

  private void define(String queue, String json) {
    catalog.change(queue, json.getBytes(StandardCharsets.UTF_8));
  }

  private static long at(String instant) {
    return Micros.of(Instant.parse(instant));
  }
}
