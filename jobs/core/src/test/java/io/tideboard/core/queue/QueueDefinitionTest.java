// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.tally.ServiceLevelFormula;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueDefinitionTest {

  @Test
  void thresholdMayDifferByChannel() {
    QueueDefinition queue = definition("20s", 0.8, "5s", 0.8, 15);
    assertThat(queue.threshold("chat")).isEqualTo(Duration.ofSeconds(60));
    assertThat(queue.threshold("voice")).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void queueThatWasNeverConfiguredHasTheDefaults() {
    QueueCatalog catalog =
        new QueueCatalog(
            Map.of("sales", definition("10s", 0.9, "5s", 0.8, 30)), QueueDefinition.DEFAULT);
    assertThat(catalog.of("sales").threshold()).isEqualTo(Duration.ofSeconds(10));
    assertThat(catalog.of("never heard of")).isSameAs(QueueDefinition.DEFAULT);
    assertThat(QueueCatalog.DEFAULTS.of("sales")).isSameAs(QueueDefinition.DEFAULT);
  }

  @Test
  void badValueIsNamedWithWhatWasExpected() {
    refused(() -> definition("-1s", 0.8, "5s", 0.8, 15), "PT-1S as threshold: expected 0 or more");
    refused(() -> definition("20s", 0, "5s", 0.8, 15), "0.0 as target: expected a share");
    refused(() -> definition("20s", 1.1, "5s", 0.8, 15), "1.1 as target");
    refused(() -> definition("20s", Double.NaN, "5s", 0.8, 15), "NaN as target");
    refused(() -> definition("20s", 0.8, "-1s", 0.8, 15), "PT-1S as shortAbandon");
    refused(() -> definition("20s", 0.8, "5s", 0, 15), "0.0 as atRiskShare");
    refused(
        () -> definition("20s", 0.8, "5s", 0.8, 20), "PT20M as interval: expected 15, 30 or 60");
  }

  @Test
  void dayBeginsWithAnInterval() {
    assertThat(beginning("04:30", 30).dayStart()).isEqualTo(LocalTime.of(4, 30));
    refused(() -> beginning("04:20", 15), "04:20 as dayStart: expected a multiple of the interval");
  }

  @Test
  void termsAreTheDefinitionInMicroseconds() {
    QueueCatalog catalog =
        new QueueCatalog(
            Map.of("sales", definition("20s", 0.8, "5s", 0.75, 30)), QueueDefinition.DEFAULT);
    QueueTerms terms = QueueTerms.of(new QueueKey("sales", "chat"), catalog);
    assertThat(terms.threshold()).isEqualTo(60_000_000);
    assertThat(terms.atRiskAfter()).isEqualTo(45_000_000);
    assertThat(terms.shortAbandon()).isEqualTo(5_000_000);
    assertThat(terms.calendar().interval(0)).isEqualTo(1_800_000_000L);
    assertThat(terms.key()).isEqualTo(new QueueKey("sales", "chat"));
  }

  @Test
  void keyIsReadFromItsWireFormEvenWithASlashInTheQueue() {
    QueueKey key = new QueueKey("north/sales", "chat");
    assertThat(QueueKey.parse(key.wire())).isEqualTo(key);
    assertThat(key).hasToString("north/sales/chat");
    assertThatThrownBy(() -> QueueKey.parse("sales")).hasMessageContaining("queue/channel");
  }

  @Test
  void keysAreInOrderOfQueueAndThenChannel() {
    assertThat(new QueueKey("a", "voice")).isLessThan(new QueueKey("b", "chat"));
    assertThat(new QueueKey("a", "chat")).isLessThan(new QueueKey("a", "voice"));
  }

  private static void refused(Runnable definition, String message) {
    assertThatThrownBy(definition::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static QueueDefinition beginning(String dayStart, int minutes) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        usual.threshold(),
        Map.of(),
        usual.target(),
        usual.formula(),
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        LocalTime.parse(dayStart),
        Duration.ofMinutes(minutes),
        OpeningHours.ALWAYS,
        Map.of(),
        null,
        Duration.ofMinutes(10));
  }

  private static QueueDefinition definition(
      String threshold, double target, String shortAbandon, double atRisk, int minutes) {
    return new QueueDefinition(
        Duration.parse("PT" + threshold),
        Map.of("chat", Duration.ofSeconds(60)),
        target,
        ServiceLevelFormula.EXCLUDE_SHORT_ABANDONS,
        Duration.parse("PT" + shortAbandon),
        atRisk,
        ZoneId.of("UTC"),
        LocalTime.MIDNIGHT,
        Duration.ofMinutes(minutes),
        OpeningHours.ALWAYS,
        Map.of(),
        null,
        Duration.ofMinutes(10));
  }
}
