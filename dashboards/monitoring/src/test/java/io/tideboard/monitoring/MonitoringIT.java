// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.monitoring.Pager.Notification;
import io.tideboard.traffic.replay.Replay;
import io.tideboard.traffic.replay.ReplayOptions;
import io.tideboard.traffic.replay.Speed;
import io.tideboard.traffic.simulator.Scenario;
import io.tideboard.traffic.simulator.Scenarios;
import io.tideboard.traffic.simulator.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped rules, routes and boards, in a real Prometheus and a real Alertmanager beside a
 * Tideboard at work: a morning of the simulated center, a quiet night, a bad hour, and then the job
 * stops. Time is compressed ({@link Compressed}), but for the age at which data is stale, which is
 * six real seconds: the job publishes by the real clock. Windows and delays at their real length
 * are tested by promtool.
 */
class MonitoringIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PAGE = "/alerts";

  @TempDir static Path directory;

  private static Pager pager;
  private static Product product;
  private static Server prometheus;
  private static Server alertmanager;
  private static Instant begin;

  private static List<Notification> toldInTheNight;
  private static List<Notification> toldInTheBadHour;
  private static List<Notification> toldWhenTheJobStopped;

  @BeforeAll
  static void aDayGoesBy() throws Exception {
    OutsideTool.PROMETHEUS.path();
    OutsideTool.ALERTMANAGER.path();
    begin = Instant.now();
    pager = new Pager();
    product = new Product(directory);
    int alertmanagerPort = Server.freePort();
    prometheus = Monitors.prometheus(directory, product.targets(), alertmanagerPort);
    aMorningOfTheSimulatedCenter();
    alertmanager = Monitors.alertmanager(directory, pager, alertmanagerPort);
    aQuietNight();
    aBadHour();
    theJobStops();
  }

  @AfterAll
  static void close() {
    for (AutoCloseable each : new AutoCloseable[] {alertmanager, prometheus, product, pager}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void aMorningOfTheSimulatedCenter() throws Exception {
    Scenario morning =
        Scenarios.workday(CallCenter.MONDAY, LocalTime.of(9, 30))
            .lasting(Duration.ofMinutes(90));
    Replay replay = new Replay(ReplayOptions.to(product.gateway()).at(new Speed(1800)));
    replay.send(new Simulation(morning, 1));
    // Whatever is still open there must not alarm anybody in the night.
    new CallCenter()
        .restarted("01:30", "sim")
        .agents("01:31", "offline")
        .happenAt(product.gateway(), directory);
    awaitAlerts("ALERTS{alertstate=\"firing\", scope=\"queue\"}", 0);
  }

  private static void aQuietNight() throws Exception {
    new CallCenter()
        .abandoned("Hotline", "02:00", "02:20", 120)
        .abandoned("Emergency", "02:05", "02:15", 600)
        .happenAt(product.gateway(), directory);
    assertThat(number("sum(tideboard_contacts_offered_total{queue=~\"Hotline|Emergency\"})"))
        .isEqualTo(11);
    toldInTheNight = pager.told();
  }

  private static void aBadHour() throws Exception {
    new CallCenter()
        .agents("09:45", "available")
        .answered("09:46", "10:00", 30, 5)
        // First there is nobody, and then not enough of them.
        .agents("10:00", "meeting")
        .abandoned("Hotline", "10:00", "10:20", 30)
        .agents("10:20", "available")
        .answered("10:20", "11:00", 30, 100)
        .answered("11:00", "11:25", 20, 5)
        .happenAt(product.gateway(), directory);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                pager.told("TideboardQueueFailing").stream()
                    .anyMatch(each -> each.status().equals("resolved")));
    toldInTheBadHour = pager.told();
  }

  private static void theJobStops() throws Exception {
    int before = pager.told().size();
    product.stopJob();
    await().atMost(PATIENCE).until(() -> !pager.told("TideboardDataStale").isEmpty());
    // A queue that fails by what was last known of it, and something that has nothing to do with
    // it.
    alertmanager.post("api/v2/alerts", Monitors.alert("TideboardQueueFailing", "queue"));
    alertmanager.post("api/v2/alerts", Monitors.alert("Marker", "other"));
    await().atMost(PATIENCE).until(() -> !pager.told("Marker").isEmpty());
    toldWhenTheJobStopped = pager.told().subList(before, pager.told().size());
  }

  private static void awaitAlerts(String selector, int count) {
    await().atMost(PATIENCE).until(() -> number("count(" + selector + ") or vector(0)") == count);
  }

  private static double number(String expression) throws Exception {
    JsonNode found =
        prometheus.get("api/v1/query", Map.of("query", expression)).path("data").path("result");
    return found.path(0).path("value").path(1).asDouble();
  }

  @Test
  void aQuietNightPagesNobody() {
    assertThat(toldInTheNight).isEmpty();
  }

  @Test
  void aBadHourPagesOnceThoughItHasTwoCauses() throws Exception {
    assertThat(toldInTheBadHour)
        .containsExactly(
            new Notification(PAGE, "firing", "TideboardQueueFailing", "Hotline"),
            new Notification(PAGE, "resolved", "TideboardQueueFailing", "Hotline"));
    assertThat(symptoms()).contains("TideboardNobodyServing", "TideboardServiceLevelBurning");
  }

  private static List<String> symptoms() throws Exception {
    return range("count by (alertname) (ALERTS{queue=\"Hotline\", alertstate=\"firing\"})")
        .findValuesAsText("alertname");
  }

  @Test
  void aStoppedJobPagesStaleAndNothingElse() {
    assertThat(toldWhenTheJobStopped)
        .extracting(Notification::alert)
        .containsExactlyInAnyOrder("TideboardDataStale", "Marker");
  }

  @Test
  void quietHoursKeepTicketsAndNotPages() throws Exception {
    assertThat(range("count(ALERTS{severity=\"ticket\", alertstate=\"firing\"})")).isNotEmpty();
    assertThat(pager.told()).extracting(Notification::path).containsOnly(PAGE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.tideboard.monitoring.boards.PanelQueries#all")
  void everyQueryOfEveryPanelFindsSomething(String panel, String expression) throws Exception {
    JsonNode found = range(expression);
    assertThat(found).as("%s: %s", panel, expression).isNotEmpty();
  }

  private static JsonNode range(String expression) throws Exception {
    JsonNode answer =
        prometheus.get(
            "api/v1/query_range",
            Map.of(
                "query",
                expression,
                "start",
                begin.toString(),
                "end",
                Instant.now().toString(),
                "step",
                "1s"));
    assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
    return answer.path("data").path("result");
  }
}
