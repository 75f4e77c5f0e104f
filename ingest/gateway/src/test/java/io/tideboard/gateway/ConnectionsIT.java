// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.access.SourceSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.pull.ConnectionSettings;
import io.tideboard.gateway.pull.Recorded;
import io.tideboard.gateway.pull.ScriptedPeer;
import io.tideboard.gateway.pull.Sites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void whatAManagerTellsIsInKafkaAndAddsUp() throws IOException {
    EmbeddedKafka kafka = kafka();
    try (ScriptedPeer asterisk = ScriptedPeer.asterisk(Recorded.manager(), 1000);
        Running running =
            Running.on(kafka, replaying(kafka, Sites.manager("pbx", asterisk.port())))) {
      // The fourth connection is the sign that the third was read to its end.
      await().atMost(LONG).until(() -> asterisk.accepted() > 3);
      await().until(() -> running.metric("tideboard_gateway_connection_pending") == 0);
      assertThat(Recorded.totals(events(running))).isEqualTo(Recorded.TOTALS);
      assertThat(connection(running, "opened_total")).isEqualTo(3);
      assertThat(connection(running, "refused_total")).isZero();
      assertThat(connection(running, "told_total"))
          .isPositive()
          .isEqualTo(connection(running, "acknowledged_total"))
          .isEqualTo(running.metric("tideboard_gateway_published_total"))
          .isEqualTo(running.metric("tideboard_gateway_received_total"));
    }
  }

  @Test
  void aLogIsFollowedAcrossARestartAndNothingIsToldTwice() throws IOException {
    List<String> lines =
        new String(Recorded.of("queue_log"), StandardCharsets.UTF_8).lines().toList();
    Path log = Files.write(directory.resolve("queue_log"), lines.subList(0, 60));
    EmbeddedKafka kafka = kafka();
    GatewaySettings settings = replaying(kafka, Sites.log("pbx", log));
    double first;
    try (Gateway gateway = Gateway.start(settings)) {
      Running before = new Running(kafka, gateway);
      await()
          .atMost(LONG)
          .until(() -> connection(before, "read_total") == 60 && pending(before) == 0);
      first = connection(before, "told_total");
    }
    Files.write(log, lines.subList(60, lines.size()), StandardOpenOption.APPEND);
    try (Running after = Running.on(kafka, settings)) {
      await()
          .atMost(LONG)
          .until(() -> connection(after, "read_total") == lines.size() - 60 && pending(after) == 0);
      assertThat(Recorded.totals(events(after))).isEqualTo(Recorded.TOTALS);
      assertThat(events(after)).hasSize((int) (first + connection(after, "told_total")));
    }
  }

  @Test
  void whatFreeSwitchTellsIsInKafka() throws IOException {
    EmbeddedKafka kafka = kafka();
    try (ScriptedPeer freeSwitch = new ScriptedPeer(List.of(ConnectionsIT::oneCall));
        Running running =
            Running.on(kafka, replaying(kafka, Sites.freeSwitch("fs", freeSwitch.port())))) {
      await().atMost(LONG).until(() -> freeSwitch.accepted() > 1 && pending(running) == 0);
      assertThat(Recorded.totals(events(running)).get("support@d"))
          .isEqualTo(List.of(1, 0, 1, 0, 0, 0));
    }
  }

  @Test
  void whatIsToldWhileKafkaIsAwayIsInKafkaWhenItIsThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = Files.write(directory.resolve("queue_log"), Recorded.of("queue_log"));
    GatewaySettings settings =
        replaying(KafkaSettings.of("127.0.0.1:" + port), Sites.log("pbx", log));
    try (Gateway gateway = Gateway.start(settings)) {
      try (EmbeddedKafka late =
          EmbeddedKafka.start(BrokerOptions.keptIn(directory.resolve("kafka")).onPort(port))) {
        late.createTopics(1);
        Running running = new Running(late, gateway);
        await()
            .atMost(LONG)
            .until(() -> connection(running, "read_total") > 0 && pending(running) == 0);
        assertThat(connection(running, "sent_again_total")).isPositive();
        assertThat(Recorded.totals(events(running))).isEqualTo(Recorded.TOTALS);
      }
    }
  }

  @Test
  void aPeerThatIsNotThereIsShown() throws IOException {
    int nobody;
    try (ScriptedPeer gone = new ScriptedPeer(List.of())) {
      nobody = gone.port();
    }
    EmbeddedKafka kafka = kafka();
    try (Running running = Running.on(kafka, replaying(kafka, Sites.manager("pbx", nobody)))) {
      await().until(() -> connection(running, "failed_total") > 1);
      assertThat(connection(running, "ready")).isZero();
      assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPositionThatCannotBeReadStopsTheStart() throws IOException {
    Path log = Files.createFile(directory.resolve("queue_log"));
    Files.writeString(directory.resolve("queue_log.position"), "{\"half\":");
    EmbeddedKafka kafka = kafka();
    try (kafka) {
      GatewaySettings settings = replaying(kafka, Sites.log("pbx", log));
      assertThatThrownBy(() -> Gateway.start(settings))
          .hasMessageContaining("pbx")
          .hasMessageContaining("queue_log.position");
    }
  }

  private static void oneCall(ScriptedPeer.Line line) throws IOException {
    line.say("Content-Type: auth/request\n\n");
    line.request();
    line.say("Content-Type: command/reply\nReply-Text: +OK accepted\n\n");
    line.request();
    line.say("Content-Type: command/reply\nReply-Text: +OK event listener enabled\n\n");
    String asked;
    do {
      asked = line.request();
      line.say(framed("api/response", asked.contains("uptime") ? "900000\n" : "+OK\n"));
    } while (!asked.contains("tier list"));
    line.say(call(1, "member-queue-start", ""));
    line.say(call(2, "member-queue-end", "CC-Cause: Cancel\nCC-Cancel-Reason: NONE\n"));
  }

  private static String call(int sequence, String action, String more) {
    return framed(
        "text/event-plain",
        "Event-Name: CUSTOM\nEvent-Subclass: callcenter%3A%3Ainfo\nCore-UUID: core-1\n"
            + ("Event-Sequence: " + sequence + "\n")
            + ("Event-Date-Timestamp: " + (1_780_300_800L + sequence) + "000000\n")
            + ("CC-Action: " + action + "\nCC-Queue: support%40d\nCC-Member-Session-UUID: s1\n")
            + ("CC-Member-CID-Number: %2B4930555\n" + more + "\n"));
  }

  private static String framed(String type, String body) {
    return "Content-Length: " + body.length() + "\nContent-Type: " + type + "\n\n" + body;
  }

  private static EmbeddedKafka kafka() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.createTopics(1);
    return kafka;
  }

  private static GatewaySettings replaying(EmbeddedKafka kafka, ConnectionSettings connection) {
    return replaying(KafkaSettings.of(kafka.bootstrapServers()), connection);
  }

  private static GatewaySettings replaying(KafkaSettings kafka, ConnectionSettings connection) {
    return GatewaySettings.of(kafka)
        .onPort(0)
        .withPseudonymKey("a key of the installation".getBytes(StandardCharsets.UTF_8))
        .with(AdmissionRules.DEFAULT.withEventTime(true))
        .with(AccessSettings.OPEN.with(SourceSettings.of(connection.source()).with(connection)));
  }

  private static double connection(Running running, String name) {
    return running.metric("tideboard_gateway_connection_" + name);
  }

  private static double pending(Running running) {
    return connection(running, "pending");
  }

  private static List<Event> events(Running running) {
    return running.records(Topics.EVENTS).stream()
        .map(record -> CompactForm.decode(record.value()).event())
        .toList();
  }
}
