// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.tally.ServiceLevelFormula;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCatalogTest {

  private final LiveCatalog catalog = new LiveCatalog(QueueCatalog.DEFAULTS);

  @Test
  void whatARecordSaysHoldsAndTheRestStaysAsItWas() {
    change(
        """
        {"threshold": "45s", "thresholds": {"email": "4h"}, "target": 0.9, "formula": "answered",
         "hours": {"mon-fri": "08:00-20:00"}, "resolution": "24h", "maxVisit": {"voice": "2h"},
         "shrinkage": 0.3}
        """);
    QueueDefinition sales = catalog.of("sales");
    assertThat(sales.threshold("voice")).isEqualTo(Duration.ofSeconds(45));
    assertThat(sales.threshold("email")).isEqualTo(Duration.ofHours(4));
    assertThat(sales.target()).isEqualTo(0.9);
    assertThat(sales.formula()).isEqualTo(ServiceLevelFormula.ANSWERED);
    assertThat(sales.hours().days()).hasSize(5);
    assertThat(sales.resolution()).isEqualTo(Duration.ofDays(1));
    assertThat(sales.maxVisit("voice")).isEqualTo(Duration.ofHours(2));
    assertThat(sales.shortAbandon()).isEqualTo(Duration.ofSeconds(5));
    assertThat(catalog.of("billing")).isEqualTo(QueueDefinition.DEFAULT);
  }

  @Test
  void recordWithoutAValueGoesBackToTheFile() {
    change("{\"threshold\": \"45s\"}");
    catalog.change("sales", null);
    assertThat(catalog.of("sales")).isEqualTo(QueueDefinition.DEFAULT);
  }

  @Test
  void daysAndIntervalsChangeLikeEverythingElse() {
    change("{\"timeZone\": \"Europe/Berlin\", \"interval\": \"30m\", \"dayStart\": \"04:00\"}");
    assertThat(catalog.of("sales").timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(catalog.of("sales").interval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(catalog.of("sales").dayStart()).isEqualTo(LocalTime.of(4, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | no JSON",
        "[] | expected an object",
        "{\"treshold\": \"45s\"} | treshold",
        "{\"threshold\": \"soon\"} | threshold: 'soon'",
        "{\"target\": 80} | target",
        "{\"formula\": \"mine\"} | mine",
        "{\"thresholds\": {\"email\": \"x\"}} | thresholds.email: 'x'",
        "{\"hours\": {\"moon\": \"08:00-20:00\"}} | moon"
      })
  void recordThatMakesNoSenseChangesNothingAndSaysWhy(String record, String said) {
    assertThatThrownBy(() -> change(record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
    assertThat(catalog.of("sales")).isEqualTo(QueueDefinition.DEFAULT);
  }

  private void change(String record) {
    catalog.change("sales", record.getBytes(StandardCharsets.UTF_8));
  }
}
