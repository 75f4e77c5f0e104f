// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.breach;
import static io.tideboard.wallboard.Figures.status;
import static io.tideboard.wallboard.Figures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.embedded.EmbeddedKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamIT {

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private ResultTopics topics;
  private Wallboard wallboard;
  private HttpCalls calls;

  @BeforeEach
  void start() {
    kafka.createTopics(1);
    topics = new ResultTopics(kafka);
    wallboard = Wallboard.start(WallboardSettings.of(kafka.bootstrapServers()).onPort(0));
    calls = new HttpCalls(wallboard);
    await().until(wallboard::ready);
  }

  @AfterEach
  void stop() {
    wallboard.close();
    topics.close();
    kafka.close();
  }

  private SseClient connect(String lastEventId) throws IOException {
    return new SseClient(calls.at("/api/v1/stream"), lastEventId);
  }

  @Test
  void aSnapshotComesFirstAndThenOnlyWhatChanges() throws IOException {
    topics.tell(status(SALES, 1, 4, 30));
    topics.tell(status(new QueueKey("claims", "chat"), 1, 1, 5));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 2);
    try (SseClient viewer = connect(null)) {
      SseClient.Event first = viewer.next();
      assertThat(first.name()).isEqualTo("snapshot");
      assertThat(first.data().path("queues")).hasSize(2);
      topics.tell(status(SALES, 2, 5, 30));
      SseClient.Event second = viewer.next();
      assertThat(second.name()).isEqualTo("queues");
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.data().path("queues")).hasSize(1);
      assertThat(second.data().path("queues").get(0).path("waiting").asInt()).isEqualTo(5);
      assertThat(second.data().path("ageSeconds").isNumber()).isTrue();
    }
  }

  @Test
  void breachesAndTheirWithdrawalsAreTold() throws IOException {
    try (SseClient viewer = connect(null)) {
      assertThat(viewer.next().data().path("asOf").isNull()).isTrue();
      topics.tell(breach("a", 1));
      SseClient.Event told = viewer.next();
      assertThat(told.name()).isEqualTo("breaches");
      assertThat(told.data().path("breaches").get(0).path("interaction").asText()).isEqualTo("a");
      topics.tell(withdrawn(breach("a", 1)));
      SseClient.Event taken = viewer.next();
      assertThat(taken.data().path("breaches")).isEmpty();
      assertThat(taken.data().path("withdrawn").get(0).asText())
          .isEqualTo(breach("a", 1).breach().id());
    }
  }

  @Test
  void whoComesBackWithItsLastEventIsToldTheBreachesItMissed() throws IOException {
    String last;
    try (SseClient viewer = connect(null)) {
      viewer.next();
      topics.tell(breach("seen", 1));
      last = viewer.next().id();
    }
    topics.tell(breach("missed", 2));
    await().until(() -> calls.json("/api/v1/breaches").path("breaches").size() == 2);
    try (SseClient viewer = connect(last)) {
      SseClient.Event first = viewer.next();
      assertThat(first.name()).as("no snapshot again").isEqualTo("breaches");
      assertThat(first.data().path("breaches").findValuesAsText("interaction"))
          .containsExactly("missed");
    }
    try (SseClient viewer = connect("another-run-7")) {
      assertThat(viewer.next().data().path("breaches").findValuesAsText("interaction"))
          .containsExactly("seen", "missed");
    }
  }

  @Test
  void whatIsTakenTogetherCarriesItsIdAtTheEnd() throws IOException {
    topics.tell(status(SALES, 1, 4, 30));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    String first;
    try (SseClient viewer = connect(null)) {
      first = viewer.next().id();
    }
    topics.tell(breach("a", 1));
    topics.tell(status(SALES, 2, 5, 30));
    await().until(() -> calls.json("/api/v1/queues").at("/queues/0/waiting").asInt() == 5);
    try (SseClient viewer = connect(first)) {
      SseClient.Event breaches = viewer.next();
      assertThat(breaches.name()).isEqualTo("breaches");
      assertThat(breaches.id()).as("else who leaves here would miss the queues").isEmpty();
      SseClient.Event queues = viewer.next();
      assertThat(queues.name()).isEqualTo("queues");
      assertThat(queues.id()).isNotEmpty();
    }
  }

  @Test
  void aViewerThatUnderstandsItIsToldInGzip() throws IOException {
    Map<String, String> gzip = Map.of("Accept-Encoding", "deflate, gzip;q=0.8");
    try (SseClient viewer = new SseClient(calls.at("/api/v1/stream"), null, gzip)) {
      assertThat(viewer.encoding()).isEqualTo("gzip");
      assertThat(viewer.next().name()).isEqualTo("snapshot");
      topics.tell(status(SALES, 1, 4, 30));
      assertThat(viewer.next().data().at("/queues/0/waiting").asInt()).isEqualTo(4);
      topics.tell(status(SALES, 2, 5, 30));
      assertThat(viewer.next().data().at("/queues/0/waiting").asInt()).isEqualTo(5);
    }
  }

  @Test
  void aStaleStatusIsNotTold() throws IOException {
    topics.tell(status(SALES, 5, 4, 30));
    await().until(() -> calls.json("/api/v1/queues").path("queues").size() == 1);
    try (SseClient viewer = connect(null)) {
      viewer.next();
      topics.tell(status(SALES, 4, 9, 30));
      topics.tell(status(SALES, 6, 5, 30));
      assertThat(viewer.next().data().path("queues").get(0).path("waiting").asInt()).isEqualTo(5);
    }
  }

  @Test
  void aViewerThatDoesNotReadDelaysNobodyAndGetsTheLatestWhenItReads() throws IOException {
    try (Socket asleep = new Socket();
        SseClient awake = connect(null)) {
      asleep.setReceiveBufferSize(4_096);
      asleep.connect(new InetSocketAddress("127.0.0.1", wallboard.port()));
      String ask = "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
      asleep.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> calls.get("/metrics").body().contains("wallboard_viewers 2.0"));
      awake.next();
      int changes = 400;
      for (int i = 1; i <= changes; i++) {
        topics.tell(status(SALES, i, i, 30));
      }
      while (awake.next().data().at("/queues/0/waiting").asInt() != changes) {
        assertThat(calls.get("/healthz").statusCode()).isEqualTo(200);
      }
      List<String> told = linesUntil(asleep, "\"waiting\":" + changes + ",");
      assertThat(told.stream().filter("event: queues"::equals).count())
          .as("not every step, of which only the first fit into buffers")
          .isBetween(1L, changes - 1L);
    }
  }

  private static List<String> linesUntil(Socket socket, String last) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    socket.setSoTimeout(10_000);
    String line = "";
    while (!line.contains(last)) {
      line = reader.readLine();
      lines.add(line);
    }
    return lines;
  }

  @Test
  void aViewerThatLeavesIsForgotten() throws IOException {
    try (SseClient viewer = connect(null)) {
      viewer.next();
      assertThat(calls.get("/metrics").body()).contains("tideboard_wallboard_viewers 1.0");
    }
    await().until(() -> calls.get("/metrics").body().contains("tideboard_wallboard_viewers 0.0"));
  }
}
