// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.Limits;
import io.tideboard.paging.Alertmanager;
import io.tideboard.paging.PagerDuty;
import io.tideboard.paging.Receiver;
import io.tideboard.paging.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of alerts, and who is told. */
class AlertConfigTest {

  @TempDir Path directory;

  @Test
  void queueHasTheRulesOfAllButForWhatItSaysItself() {
    TideboardConfig.Alerts alerts =
        load(
            """
            alerts: {longestWaitWarning: 4, calm: 2m}
            queues:
              Sales: {alerts: {waitingWarning: 20, waitingCritical: 50}}
              Claims: {}
            """);
    AlertRules sales = alerts.rules().of("Sales");
    assertThat(sales.waiting()).isEqualTo(new Limits(20, 50));
    assertThat(sales.longestWait()).isEqualTo(new Limits(4, 6));
    assertThat(sales.calm().least()).isEqualTo(Duration.ofMinutes(2));
    assertThat(alerts.rules().of("Claims").waiting()).isEqualTo(Limits.NEVER);
    assertThat(alerts.receivers()).isEmpty();
  }

  @Test
  void shippedExampleOfReceiversIsUnderstood() throws IOException {
    String[] beforeAndAfter =
        Files.readString(Path.of("..", "tideboard.yaml")).split("\nreceivers: \\{}\n", -1);
    String examples =
        beforeAndAfter[1]
            .lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));
    List<Receiver> receivers =
        load("receivers:\n" + examples.replace("\"...\"", "a secret of sixteen or more") + "\n")
            .receivers();
    assertThat(receivers).extracting(Receiver::name).containsExactly("desk", "manager", "pager");
    Receiver desk = receivers.get(0);
    assertThat(((Webhook) desk.target()).secrets()).hasSize(2);
    assertThat(desk.route().queues().matcher("Sales (west)").matches()).isTrue();
    assertThat(desk.route().kinds()).contains(AlertKind.LONGEST_WAIT).hasSize(5);
    assertThat(desk.retry().giveUp()).isEqualTo(Duration.ofHours(1));
    assertThat(receivers.get(1).target()).isInstanceOf(Alertmanager.class);
    assertThat(receivers.get(2).target()).isInstanceOf(PagerDuty.class);
    assertThat(receivers.get(2).route().least()).isEqualTo(AlertSeverity.CRITICAL);
  }

  @Test
  void secretComesFromTheEnvironmentAndIsNotPrinted() {
    ConfigLoader.Loaded loaded =
        ConfigLoader.load(
            file("receivers: {pager: {severity: critical}}"),
            Map.of("TIDEBOARD_RECEIVERS_PAGER_PAGER_DUTY_ROUTING_KEY", "very-secret"),
            List.of());
    Receiver pager = loaded.config().alerts().receivers().get(0);
    assertThat(((PagerDuty) pager.target()).routingKey()).isEqualTo("very-secret");
    assertThat(loaded.yaml()).contains("routingKey").doesNotContain("very-secret");
    assertThat(loaded.config().toString()).doesNotContain("very-secret");
  }

  @Test
  void whatIsNoGoodIsNamedWithWhatWasExpected() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    alerts: {waitingWarning: 9, waitingCritical: 5, abandonRateWarnin: 0.2}
                    receivers:
                      desk: {webhook: {url: ftp://hooks}, severity: bad}
                      both: {pagerDuty: {routingKey: k}, alertmanager: {url: "http://a:9093"}}
                      none: {queues: Sales}
                    """))
        .hasMessageContaining("alerts.waitingCritical: '5': expected 0, or no less than")
        .hasMessageContaining("the nearest is alerts.abandonRateWarning")
        .hasMessageContaining("receivers.desk.webhook.url: 'ftp://hooks': expected an address")
        .hasMessageContaining("receivers.desk.severity: 'bad': expected one of warning, critical")
        .hasMessageContaining("receivers.both: nothing: expected one of webhook")
        .hasMessageContaining("receivers.none: nothing: expected one of webhook");
  }

  private TideboardConfig.Alerts load(String yaml) {
    return ConfigLoader.load(file(yaml), Map.of(), List.of()).config().alerts();
  }

  private Path file(String yaml) {
    try {
      return Files.writeString(directory.resolve("tideboard.yaml"), yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
