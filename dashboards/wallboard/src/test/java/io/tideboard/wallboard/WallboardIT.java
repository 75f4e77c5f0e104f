// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.breach;
import static io.tideboard.wallboard.Figures.row;
import static io.tideboard.wallboard.Figures.status;
import static io.tideboard.wallboard.Figures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WallboardIT {

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private ResultTopics topics;
  private Wallboard wallboard;
  private HttpCalls calls;

  @BeforeEach
  void start() {
    kafka.createTopics(3);
    topics = new ResultTopics(kafka);
    open();
  }

  @AfterEach
  void stop() {
    wallboard.close();
    topics.close();
    kafka.close();
  }

  private void open() {
    wallboard = Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0));
    calls = new HttpCalls(wallboard);
    await().until(() -> calls.get("/readyz").statusCode() == 200);
  }

  @Test
  void aPublishedStatusIsShownWithItsRatiosAndItsPromise() {
    topics.tell(status(SALES, 1, 4, 30));
    JsonNode queue = firstQueue();
    assertThat(queue.path("queue").asText()).isEqualTo("sales");
    assertThat(queue.path("waiting").asInt()).isEqualTo(4);
    assertThat(queue.path("longestWaitSeconds").asDouble()).isGreaterThanOrEqualTo(30);
    assertThat(queue.path("today").path("serviceLevel").asText()).isEqualTo("0.666667");
    assertThat(queue.path("today").path("occupancy").isNull()).isTrue();
    assertThat(queue.path("windows").path("5m").path("serviceLevel").isNull()).isTrue();
    assertThat(queue.path("windows").path("60m").path("offered").isIntegralNumber()).isTrue();
    assertThat(queue.path("thresholdSeconds").asInt()).isEqualTo(20);
    assertThat(queue.has("estimatedWaitSeconds")).isTrue();
    assertThat(queue.path("agents").isObject()).isTrue();
  }

  @Test
  void anOlderRevisionThatComesAgainIsIgnored() {
    topics.tell(status(SALES, 7, 4, 30));
    topics.tell(status(SALES, 6, 9, 30));
    topics.tell(status(new QueueKey("marker", "voice"), 1, 0, 0));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 2);
    assertThat(calls.json("/api/v1/queues/sales").path("queues").get(0).path("waiting").asInt())
        .isEqualTo(4);
  }

  @Test
  void aRestartChangesNoAnswer() {
    topics.tell(status(SALES, 7, 0, 0));
    topics.tell(row(SALES, 0, 1, answered(5)));
    topics.tell(row(SALES, 0, 2, answered(5, 12)));
    topics.tell(row(SALES, 1, 2, answered(3)));
    topics.tell(breach("a", 1));
    topics.tell(breach("b", 2));
    topics.tell(withdrawn(breach("a", 1)));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    await().until(() -> calls.json("/api/v1/intervals").path("intervals").size() == 2);
    await()
        .until(
            () -> calls.json("/api/v1/breaches").path("breaches").findValuesAsText("interaction"),
            List.of("b")::equals);
    String queues = calls.json("/api/v1/queues").path("queues").toString();
    String csv = calls.get("/api/v1/intervals?format=csv").body();
    String breaches = calls.json("/api/v1/breaches").path("breaches").toString();
    wallboard.close();
    open();
    assertThat(calls.json("/api/v1/queues").path("queues").toString()).isEqualTo(queues);
    assertThat(calls.get("/api/v1/intervals?format=csv").body()).isEqualTo(csv);
    assertThat(calls.json("/api/v1/breaches").path("breaches").toString()).isEqualTo(breaches);
  }

  @Test
  void twoWallboardsSayTheSameAndTagItTheSame() throws IOException {
    topics.tell(status(SALES, 7, 0, 0));
    topics.tell(status(new QueueKey("claims", "chat"), 3, 0, 0));
    topics.tell(row(SALES, 0, 1, answered(5)));
    topics.tell(breach("a", 1));
    try (Wallboard second =
        Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0))) {
      HttpCalls its = new HttpCalls(second);
      await().until(() -> its.get("/readyz").statusCode() == 200);
      await().until(() -> calls.json("/api/v1/breaches").path("breaches").size() == 1);
      for (String path :
          List.of(
              "/api/v1/queues", "/api/v1/intervals", "/api/v1/breaches", "/api/v1/definitions")) {
        HttpResponse<String> one = calls.get(path);
        HttpResponse<String> other = its.get(path);
        String tag = one.headers().firstValue("etag").orElseThrow();
        assertThat(other.headers().firstValue("etag")).as(path).hasValue(tag);
        assertThat(withoutAge(other.body())).isEqualTo(withoutAge(one.body()));
        assertThat(its.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
      }
      try (SseClient here = new SseClient(calls.at("/api/v1/stream"), null);
          SseClient there = new SseClient(its.at("/api/v1/stream"), here.next().id())) {
        assertThat(there.next().name())
            .as("of another's event nothing is known")
            .isEqualTo("snapshot");
      }
      String before = its.get("/api/v1/queues").headers().firstValue("etag").orElseThrow();
      topics.tell(status(SALES, 8, 2, 30));
      await().until(() -> its.get("/api/v1/queues", "If-None-Match", before).statusCode() == 200);
    }
  }

  private static String withoutAge(String body) {
    return body.replaceFirst("\"asOf\":[^,]*,\"receivedAt\":[^,]*,\"ageSeconds\":[^,]*", "");
  }

  @Test
  void allOfThePageIsValidAndTellsOfConsumerLoopAndProcess() throws Exception {
    topics.tell(status(SALES, 7, 4, 30));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    String page = calls.get("/metrics").body();
    assertThat(page)
        .contains(
            "tideboard_contacts_waiting{",
            "kafka_consumer_",
            "netty_eventexecutor_",
            "netty_allocator_",
            "process_files_open_files",
            "jvm_memory_used_bytes");
    assertThat(Promtool.check(page)).isEmpty();
  }

  @Test
  void anAnswerIsCompressedForWhoeverUnderstandsIt() throws IOException {
    topics.tell(status(SALES, 7, 4, 30));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    HttpResponse<byte[]> answer = calls.bytes("/api/v1/queues", "Accept-Encoding", "br, gzip");
    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("vary")).hasValue("Accept-Encoding");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("private, no-cache");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(new String(plain, StandardCharsets.UTF_8)).contains("\"queue\":\"sales\"");
    assertThat(answer.body().length).isLessThan(plain.length / 2);
    HttpResponse<byte[]> refused = calls.bytes("/api/v1/queues", "Accept-Encoding", "gzip;q=0");
    assertThat(refused.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndTheNextOneIsShown() {
    topics.send(Topics.QUEUES, "sales/voice", "{".getBytes(StandardCharsets.UTF_8));
    topics.tell(status(SALES, 1, 4, 30));
    assertThat(firstQueue().path("waiting").asInt()).isEqualTo(4);
    assertThat(calls.get("/metrics").body())
        .contains("tideboard_wallboard_unreadable_records_total 1.0");
  }

  private JsonNode firstQueue() {
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    return calls.json("/api/v1/queues").path("queues").get(0);
  }
}
