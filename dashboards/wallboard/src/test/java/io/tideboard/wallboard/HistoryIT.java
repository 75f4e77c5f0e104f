// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import static io.tideboard.wallboard.Figures.NINE;
import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.row;
import static io.tideboard.wallboard.Figures.teamRow;
import static io.tideboard.wallboard.Figures.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Topics;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.rocks.RocksStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of intervals on disk, from the topic to whoever asks. */
class HistoryIT {

  private static final int ROWS = 6_000;
  private static final String CSV = "/api/v1/intervals?format=csv";

  private static EmbeddedKafka kafka;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(2);
    try (ResultTopics topics = new ResultTopics(kafka)) {
      for (int quarter = 0; quarter < ROWS; quarter++) {
        topics.begin(row(SALES, quarter, 1, answered(quarter % 60, 3, 9)));
      }
      topics.tell(row(new QueueKey("sales", "chat"), 1, 1, answered(7)));
      topics.tell(row(SALES, 0, 2, answered(5)));
      topics.tell(row(SALES, 0, 1, answered(5, 6, 7)));
      topics.tell(teamRow(2, 1, times()));
      topics.send(Topics.INTERVALS, "broken", "{".getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private Wallboard open() {
    Wallboard wallboard =
        Wallboard.start(
            WallboardSettings.of(kafka.bootstrapServers())
                .onPort(0)
                .with(HistorySettings.DEFAULT.in(directory.resolve("history"))));
    await().until(wallboard::ready);
    return wallboard;
  }

  @Test
  void aDeletedDirectoryIsMadeAnewWithTheSameAnswers() throws IOException {
    String csv;
    String json;
    try (Wallboard wallboard = open()) {
      csv = new HttpCalls(wallboard).get(CSV).body();
      json = intervals(wallboard);
      assertThat(csv.lines()).hasSize(ROWS + 3);
      assertThat(new HttpCalls(wallboard).get("/metrics").body())
          .contains("tideboard_wallboard_unreadable_records_total 1");
    }
    try (Stream<Path> files = Files.walk(directory.resolve("history"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    try (Wallboard wallboard = open()) {
      assertThat(new HttpCalls(wallboard).get(CSV).body()).isEqualTo(csv);
      assertThat(intervals(wallboard)).isEqualTo(json);
    }
  }

  private static String intervals(Wallboard wallboard) {
    return new HttpCalls(wallboard)
        .json("/api/v1/intervals?queue=sales")
        .path("intervals")
        .toString();
  }

  @Test
  void aRestartReadsOnAndNothingTwice() {
    try (Wallboard wallboard = open()) {
      assertThat(new HttpCalls(wallboard).get(CSV).statusCode()).isEqualTo(200);
    }
    long before;
    try (IntervalStore store = RocksStore.open(directory.resolve("history"), 8 << 20)) {
      before = store.progress().next().values().stream().mapToLong(Long::longValue).sum();
    }
    assertThat(before).isGreaterThan(ROWS);
    try (Wallboard wallboard = open()) {
      // The record that cannot be read came before the restart.
      assertThat(new HttpCalls(wallboard).get("/metrics").body())
          .contains("tideboard_wallboard_unreadable_records_total 0");
    }
  }

  /** Between its parts it takes its time, and gets all of it. */
  @Test
  void whoeverReadsSlowlyGetsTheWholeTableWhileOthersAreAnswered() throws IOException {
    try (Wallboard wallboard = open();
        Socket slow = new Socket("127.0.0.1", wallboard.port())) {
      slow.setReceiveBufferSize(4_096);
      HttpCalls calls = new HttpCalls(wallboard);
      String whole = calls.get(CSV).body();
      slow.getOutputStream()
          .write(("GET " + CSV + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      InputStream in = slow.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      assertThat(head).containsIgnoringCase("transfer-encoding: chunked");
      for (int i = 0; i < 5; i++) {
        assertThat(calls.get("/api/v1/intervals?queue=sales&channel=chat").statusCode())
            .isEqualTo(200);
      }
      assertThat(unchunked(in)).isEqualTo(whole);
    }
  }

  private static String unchunked(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      StringBuilder size = new StringBuilder();
      while (size.indexOf("\r\n") < 0) {
        size.append((char) in.read());
      }
      int length = Integer.parseInt(size.toString().trim(), 16);
      text.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      in.readNBytes(2);
      if (length == 0) {
        return text.toString();
      }
    }
  }

  @Test
  void aPeriodIsReadFromItsFirstRowToItsLast() {
    try (Wallboard wallboard = open()) {
      String period =
          "&from=" + NINE.plusSeconds(900 * 10) + "&to=" + NINE.plusSeconds(900 * 4_000);
      List<String> lines = new HttpCalls(wallboard).get(CSV + period).body().lines().toList();
      assertThat(lines).hasSize(3_991);
      assertThat(lines.get(1)).startsWith("sales,voice," + NINE.plusSeconds(900 * 10));
      assertThat(lines.get(3_990)).startsWith("sales,voice," + NINE.plusSeconds(900 * 3_999));
    }
  }
}
