// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.pull.ConnectionSettings;
import io.tideboard.gateway.pull.Recorded;
import io.tideboard.gateway.pull.ScriptedPeer;
import io.tideboard.gateway.pull.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Asterisk said and wrote, which is beside the checkout and never in it. */
class RealAsteriskIT {

  private static final Path RECORDINGS = Path.of("../../../shared/data/asterisk");
  private static final Duration LONG = Duration.ofSeconds(60);

  /**
   * Per queue, by the recordings' own README: offered, answered, abandoned, flowed out, lost, open.
   */
  private static final Map<String, List<Integer>> TOTALS =
      Map.of(
          "billing", List.of(53, 32, 17, 4, 0, 0),
          "sales", List.of(83, 60, 10, 13, 0, 0),
          "support", List.of(94, 75, 12, 7, 0, 0));

  @TempDir Path directory;

  private EmbeddedKafka kafka;

  @BeforeAll
  static void require() {
    if (!Files.exists(RECORDINGS)) {
      String missing = "SKIPPED: " + RECORDINGS + " is not there, nothing is proved about it";
      System.err.println(missing);
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
  }

  @BeforeEach
  void start() {
    kafka = EmbeddedKafka.start();
    kafka.createTopics(2);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1000, 7})
  void theManagerTellsEveryCallHoweverItsBytesCome(int chunk) throws IOException {
    assertThat(Recorded.totals(told(manager(), chunk))).isEqualTo(TOTALS);
  }

  @Test
  void aConnectionThatBreaksWithinAMessageLosesNothing() throws IOException {
    List<byte[]> parts = new ArrayList<>(manager());
    byte[] whole = parts.remove(0);
    int message = beginOfMessage(whole, whole.length / 3);
    parts.add(0, Arrays.copyOfRange(whole, message, whole.length));
    parts.add(0, Arrays.copyOf(whole, message + 25));
    assertThat(Recorded.totals(told(parts, 1000))).isEqualTo(TOTALS);
  }

  @Test
  void theLogTellsTheSame() throws IOException {
    Path log = Files.copy(RECORDINGS.resolve("queue_log"), directory.resolve("queue_log"));
    long lines = Files.readAllLines(log).size();
    try (Gateway gateway = Gateway.start(settings(Sites.log("pbx", log)))) {
      Running running = new Running(kafka, gateway);
      await()
          .atMost(LONG)
          .until(
              () ->
                  running.metric("tideboard_gateway_connection_read_total") == lines
                      && running.metric("tideboard_gateway_connection_pending") == 0);
      assertThat(running.metric("tideboard_gateway_connection_refused_total")).isZero();
      assertThat(Recorded.totals(events(running))).isEqualTo(TOTALS);
    }
  }

  private List<Event> told(List<byte[]> connections, int chunk) throws IOException {
    try (ScriptedPeer asterisk = ScriptedPeer.asterisk(connections, chunk);
        Gateway gateway = Gateway.start(settings(Sites.manager("pbx", asterisk.port())))) {
      Running running = new Running(kafka, gateway);
      await().atMost(LONG).until(() -> asterisk.accepted() > connections.size());
      await().until(() -> running.metric("tideboard_gateway_connection_pending") == 0);
      assertThat(running.metric("tideboard_gateway_connection_refused_total")).isZero();
      return events(running);
    }
  }

  private GatewaySettings settings(ConnectionSettings connection) {
    return Running.settings(kafka)
        .with(AdmissionRules.DEFAULT.withEventTime(true))
        .with(AccessSettings.OPEN.with(SourceSettings.of("pbx").with(connection)));
  }

  private static List<Event> events(Running running) {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event())
        .toList();
  }

  private static List<byte[]> manager() throws IOException {
    List<byte[]> connections = new ArrayList<>();
    for (String name : List.of("ami-1", "ami-2-cut-off", "ami-3-after-restart")) {
      Path file = RECORDINGS.resolve(name + ".txt.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        connections.add(Recorded.afterLogin(in.readAllBytes()));
      }
    }
    return connections;
  }

  private static int beginOfMessage(byte[] bytes, int near) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.indexOf("\r\n\r\n", near) + 4;
  }
}
