// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.breach;
import static io.tideboard.wallboard.Figures.row;
import static io.tideboard.wallboard.Figures.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.alerts.Symptom;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.AbandonRecord;
import io.tideboard.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to good and bad requests. */
class RequestsIT {

  private static final long OPENED = Micros.of(Instant.parse("2026-03-02T09:00:00Z"));
  private static final Symptom SYMPTOM =
      new Symptom(AlertKind.LONGEST_WAIT, "voice", AlertSeverity.WARNING, 61, 60, OPENED);
  private static final AlertEpisode ALERT = AlertEpisode.open("billing", SYMPTOM, OPENED);

  private static EmbeddedKafka kafka;
  private static Wallboard wallboard;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    try (ResultTopics topics = new ResultTopics(kafka)) {
      topics.tell(status(SALES, 1, 4, 30));
      topics.tell(status(new QueueKey("a/b c%", "chat"), 1, 1, 5));
      topics.tell(breach("late", -20));
      topics.tell(row(SALES, 0, 1, answered(5)));
      topics.tell(row(SALES, 1, 1, answered(3)));
      topics.tell(abandoned("c1", "2026-03-02T08:59:00Z", 42));
      topics.tell(abandoned("c2", "2026-03-02T09:00:00Z", 4));
      topics.tell(abandoned("c0", "2026-03-01T09:00:00Z", 40));
      topics.tell(ALERT);
      topics.tell(ALERT.close(CloseReason.CLEARED, OPENED + 90_000_000));
      topics.tell(AlertEpisode.open("sales", SYMPTOM, OPENED));
    }
    wallboard = Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0));
    calls = new HttpCalls(wallboard);
    await().until(wallboard::ready);
  }

  @AfterAll
  static void stop() {
    wallboard.close();
    kafka.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/intervals?from=yesterday, invalid_time, from",
    "/api/v1/intervals?to=2026-03-02T09:00:00, time_without_offset, to",
    "/api/v1/intervals?basis=both, invalid_value, basis",
    "/api/v1/intervals?format=xml, invalid_value, format",
    "/api/v1/intervals?channel=fax, invalid_value, channel",
    "/api/v1/intervals?form=csv, unknown_parameter, form",
    "/api/v1/intervals?from=2026-03-02T10:00:00Z&to=2026-03-02T09:00:00Z, invalid_value, from",
    "/api/v1/intervals?queue=a&queue=b, invalid_value, queue",
    "/api/v1/forecasts?format=xls, invalid_value, format",
    "/api/v1/staffing, invalid_value, queue",
    "/api/v1/staffing?queue=q&agents=-1, invalid_value, agents",
    "/api/v1/staffing?queue=q&shrinkage=1, invalid_value, shrinkage",
    "/api/v1/breaches?since=, invalid_time, since",
    "/api/v1/abandons?date=monday, invalid_value, date",
    "/api/v1/queues?limit=1, unknown_parameter, limit"
  })
  void aBadParameterIsRefusedByName(String path, String code, String field) throws Exception {
    HttpResponse<String> answer = calls.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = new ObjectMapper().readTree(answer.body());
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("field").asText()).isEqualTo(field);
    assertThat(error.path("message").asText()).contains("expected");
    assertThat(error.has("value")).isTrue();
  }

  @Test
  void aQueueThatNobodyHeardOfIsNotFound() {
    assertThat(calls.get("/api/v1/queues/nowhere").statusCode()).isEqualTo(404);
    assertThat(calls.json("/api/v1/queues/nowhere").path("code").asText())
        .isEqualTo("unknown_queue");
  }

  @Test
  void aQueueIsFoundByItsPercentEncodedName() {
    assertThat(calls.json("/api/v1/queues/a%2Fb%20c%25").at("/queues/0/queue").asText())
        .isEqualTo("a/b c%");
  }

  @Test
  void unknownPathsAreAnsweredInJson() {
    assertThat(calls.get("/api/v2").statusCode()).isEqualTo(404);
    assertThat(calls.json("/api/v2").path("code").asText()).isEqualTo("not_found");
  }

  @Test
  void intervalsAreTheSameAsJsonAndAsCsv() {
    String csv = calls.get("/api/v1/intervals?format=csv").body();
    JsonNode first = calls.json("/api/v1/intervals").at("/intervals/0");
    StringBuilder line = new StringBuilder();
    first
        .elements()
        .forEachRemaining(value -> line.append(value.isNull() ? "" : value.asText()).append(','));
    assertThat(csv.lines().toList().get(1) + ",").isEqualTo(line.toString());
    assertThat(csv.lines()).hasSize(3);
    assertThat(
            calls
                .get("/api/v1/intervals?from=2026-03-02T10:15:00%2B01:00&format=csv")
                .body()
                .lines())
        .hasSize(2);
    assertThat(calls.json("/api/v1/intervals?basis=event").path("intervals")).isEmpty();
  }

  @Test
  void everyFigureOfTheKpiBlockIsDefined() {
    JsonNode block = calls.json("/api/v1/queues").at("/queues/0/today");
    JsonNode definitions = calls.json("/api/v1/definitions").path("definitions");
    List<String> figures = new ArrayList<>();
    block.fieldNames().forEachRemaining(figures::add);
    assertThat(definitions.findValuesAsText("name")).isEqualTo(figures);
    assertThat(definitions.findValuesAsText("definition")).allMatch(text -> text.endsWith("."));
    assertThat(definitions.findValuesAsText("unit"))
        .isSubsetOf("count", "ratio", "seconds", "points", "agents");
  }

  @Test
  void whoGaveUpWaitingIsListedByTheDayOfTheQueue() {
    JsonNode today = calls.json("/api/v1/abandons?queue=sales");
    assertThat(today.path("complete").asBoolean()).isTrue();
    assertThat(today.path("abandons").findValuesAsText("interaction")).containsExactly("c1", "c2");
    JsonNode first = today.at("/abandons/0");
    assertThat(first.path("offeredAt").asText()).isEqualTo("2026-03-02T08:59:00Z");
    assertThat(first.path("time").asText()).isEqualTo("2026-03-02T08:59:42Z");
    assertThat(first.path("waitSeconds").asInt()).isEqualTo(42);
    assertThat(first.path("short").asBoolean()).isFalse();
    assertThat(today.at("/abandons/1/short").asBoolean()).isTrue();
    assertThat(calls.get("/api/v1/abandons?date=2026-03-01&format=csv").body())
        .isEqualTo(
            """
            interaction,queue,channel,offeredAt,time,waitSeconds,short
            c0,sales,voice,2026-03-01T09:00:00Z,2026-03-01T09:00:40Z,40,false
            """);
    assertThat(calls.json("/api/v1/abandons?channel=chat").path("abandons")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/js/main.js", "/css/wall.css", "/lib/chart.js", "/openapi.yaml"})
  void anUnchangedFileIsNotSentAgain(String path) {
    HttpResponse<String> first = calls.get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> second = calls.get(path, "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void alertsThatAreOpenComeBeforeThoseThatAreOver() {
    JsonNode alerts = calls.json("/api/v1/alerts").path("alerts");
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0).path("queue").asText()).isEqualTo("sales");
    assertThat(alerts.get(0).path("closedAt").isNull()).isTrue();
    assertThat(alerts.get(0).path("symptoms").get(0).path("kind").asText())
        .isEqualTo("longest_wait");
    assertThat(alerts.get(1).path("closed").asText()).isEqualTo("cleared");
    assertThat(calls.json("/api/v1/alerts?phase=closed&queue=billing").path("alerts")).hasSize(1);
    assertThat(calls.json("/api/v1/alerts?phase=open&queue=billing").path("alerts")).isEmpty();
    assertThat(calls.get("/api/v1/alerts?phase=over").statusCode()).isEqualTo(400);
  }

  @Test
  void everyFileOfThePageIsServed() throws IOException {
    Path page = Path.of("src/main/resources/io/tideboard/wallboard/page");
    try (Stream<Path> files = Files.walk(page)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> "/" + page.relativize(file).toString().replace('\\', '/'))
          .forEach(file -> assertThat(calls.get(file).statusCode()).as(file).isEqualTo(200));
    }
  }

  @Test
  void whoWaitsPastTheAtRiskTimeIsListed() {
    JsonNode waiting = calls.json("/api/v1/waiting?queue=sales").path("waiting");
    assertThat(waiting.findValuesAsText("interaction")).containsExactly("late");
    assertThat(waiting.at("/0/state").asText()).isEqualTo("breached");
    assertThat(waiting.at("/0/since").asText()).isEqualTo("2026-03-02T08:59:20Z");
    assertThat(calls.json("/api/v1/waiting?channel=chat").path("waiting")).isEmpty();
  }

  @Test
  void theDayOfSeveralQueuesIsAddedUp() {
    JsonNode day = calls.json("/api/v1/day?queue=sales&queue=nowhere");
    assertThat(day.path("minutes").asInt()).isEqualTo(15);
    assertThat(day.path("intervals").findValuesAsText("offered")).containsExactly("1", "1");
    assertThat(calls.json("/api/v1/day?channel=chat").path("intervals")).isEmpty();
  }

  @Test
  void theLastHourIsToldByTheMinute() {
    JsonNode trend = calls.json("/api/v1/trends").at("/trends/1");
    assertThat(trend.path("queue").asText()).isEqualTo("sales");
    assertThat(trend.path("waiting")).hasSize(60);
    assertThat(trend.path("waiting")).anyMatch(most -> most.asInt() == 4);
    assertThat(trend.path("waiting").get(0).isNull()).isTrue();
  }

  @Test
  void everyPathOfTheDescriptionIsServed() throws Exception {
    JsonNode described = new YAMLMapper().readTree(calls.get("/openapi.yaml").body());
    described
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (!path.endsWith("/stream")) {
                String asked = path.replace("{queue}", "sales") + needed(described, path);
                assertThat(calls.get(asked).statusCode()).as(asked).isEqualTo(200);
              }
            });
  }

  /** What cannot be left out of a question: of a queue its name. */
  private static String needed(JsonNode described, String path) {
    JsonNode parameters = described.path("paths").path(path).at("/get/parameters");
    return StreamSupport.stream(parameters.spliterator(), false)
        .filter(each -> each.path("in").asText().equals("query"))
        .filter(each -> each.path("required").asBoolean())
        .map(each -> each.path("name").asText() + "=sales&contacts=100&ahtSeconds=180")
        .collect(Collectors.joining("&", "?", ""));
  }

  private static AbandonRecord abandoned(String interaction, String offered, int waited) {
    long at = Micros.of(Instant.parse(offered));
    return new AbandonRecord(
        new Abandon(interaction, SALES, at, true, at + waited * Micros.SECOND), false);
  }

  @Test
  void aTakenPortIsNamed() {
    WallboardSettings taken =
        WallboardSettings.of(kafka.bootstrapServers()).onPort(wallboard.port());
    assertThatThrownBy(() -> Wallboard.start(taken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("127.0.0.1:" + wallboard.port());
  }

  @Test
  void withoutKafkaItIsAliveAndNotReady() {
    try (Wallboard alone = Wallboard.start(WallboardSettings.of("127.0.0.1:1").onPort(0))) {
      HttpCalls its = new HttpCalls(alone);
      assertThat(its.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(its.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(its.json("/api/v1/queues").path("asOf").isNull()).isTrue();
    }
  }
}
