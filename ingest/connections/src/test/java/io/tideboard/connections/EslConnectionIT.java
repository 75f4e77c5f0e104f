// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.connections.FakePeer.Line;
import io.tideboard.connections.FakePeer.Script;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SourceRestarted;
import io.tideboard.platforms.freeswitch.FreeSwitchOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A FreeSWITCH that answers questions, tells events, breaks off and starts anew. */
class EslConnectionIT {

  private static final long START = 1_780_300_800;
  private static final String FIRST = "5e1d2f3a-0001-4b7c-9d10-000000000001";
  private static final String SECOND = "5e1d2f3a-0001-4b7c-9d10-000000000002";

  private final TestSink sink = new TestSink();

  @ParameterizedTest
  @CsvSource({"false, 2147483647", "false, 1", "true, 2147483647", "true, 3"})
  void callsAreToldHoweverTheyAreWrittenAndSent(boolean json, int chunk) throws IOException {
    Script calls =
        line -> {
          answered(line, FIRST, 900_000, json);
          line.say(aDay(FIRST, json), chunk, 0);
        };
    try (FakePeer freeSwitch = new FakePeer(calls);
        EslConnection connection = EslConnection.open(settings(freeSwitch.port(), json), sink)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> freeSwitch.accepted() > 1);
      await().until(() -> connection.status().pending() == 0);
      assertThat(freeSwitch.troubles()).isEmpty();
      assertThat(connection.status().refused()).isZero();
    }
    assertThat(Recordings.totals(sink.events()))
        .isEqualTo(
            Map.of("sales@d", List.of(1, 0, 1, 0, 0, 0), "support@d", List.of(3, 1, 1, 1, 0, 0)));
  }

  @Test
  void aNewCoreAfterTheConnectionBrokeIsARestartAndTheListsAreSnapshots() throws IOException {
    Script first =
        line -> {
          answered(line, FIRST, 900_000, false);
          line.say(event(FIRST, 1, 5, "member-queue-start", "s1", false), 100, 0);
        };
    Script second =
        line -> {
          answered(line, SECOND, 3, false);
          line.say(event(SECOND, 1, 60, "member-queue-start", "s2", false), 100, 0);
        };
    try (FakePeer freeSwitch = new FakePeer(first, second);
        EslConnection connection = EslConnection.open(settings(freeSwitch.port(), false), sink)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> freeSwitch.accepted() > 2);
      await().until(() -> connection.status().pending() == 0);
      assertThat(freeSwitch.troubles()).isEmpty();
      assertThat(connection.status().opened()).isEqualTo(2);
    }
    assertThat(sink.events()).filteredOn(SourceRestarted.class::isInstance).hasSize(1);
    assertThat(sink.events())
        .filteredOn(QueueSnapshot.class::isInstance)
        .extracting(event -> ((QueueSnapshot) event).queue())
        .containsExactly("support@d", "support@d");
    assertThat(sink.events())
        .filteredOn(AgentSnapshot.class::isInstance)
        .extracting(event -> ((AgentSnapshot) event).agents().get(0).agent())
        .containsExactly("Ada", "Ada");
  }

  @Test
  void aWrongPasswordSaysSoAndIsNotTriedAgainSoon() throws IOException {
    Script refuses =
        line -> {
          line.say("Content-Type: auth/request\n\n");
          line.request();
          line.say("Content-Type: command/reply\nReply-Text: -ERR invalid\n\n").stay();
        };
    try (FakePeer freeSwitch = new FakePeer(refuses, refuses);
        EslConnection connection = EslConnection.open(settings(freeSwitch.port(), false), sink)) {
      await().until(() -> connection.status().failed() == 1);
      assertThat(connection.status().problem()).contains("-ERR invalid").doesNotContain("ClueCon");
      await().during(Duration.ofMillis(200)).until(() -> freeSwitch.accepted() == 1);
    }
  }

  @Test
  void anAccessListThatRefusesIsNamed() throws IOException {
    try (FakePeer freeSwitch =
            new FakePeer(line -> line.say("Content-Type: text/rude-rejection\n\n").stay());
        EslConnection connection = EslConnection.open(settings(freeSwitch.port(), false), sink)) {
      await().until(() -> connection.status().problem().contains("access list"));
    }
  }

  @Test
  void whatIsNoEventIsRefusedAndTheNextOneIsRead() throws IOException {
    Script odd =
        line -> {
          answered(line, FIRST, 900_000, true);
          line.say(framed("text/event-json", "{\"broken\":"));
          line.say(framed("text/event-json", "x".repeat(300_000)));
          line.say(event(FIRST, 1, 5, "member-queue-start", "s1", true), 100, 0);
        };
    try (FakePeer freeSwitch = new FakePeer(odd);
        EslConnection connection = EslConnection.open(settings(freeSwitch.port(), true), sink)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> freeSwitch.accepted() > 1);
      await().until(() -> connection.status().pending() == 0);
      assertThat(connection.status().refused()).isEqualTo(1);
      assertThat(connection.status().tooLong()).isEqualTo(1);
    }
    assertThat(Recordings.totals(sink.events())).containsKey("support@d");
  }

  /** Logs in, and answers what is asked after it. */
  private static void answered(Line line, String core, int up, boolean json) throws IOException {
    line.say("Content-Type: auth/request\n\n");
    assertThat(line.request()).isEqualTo("auth ClueCon\n");
    line.say("Content-Type: command/reply\nReply-Text: +OK accepted\n\n");
    assertThat(line.request())
        .isEqualTo("event " + (json ? "json" : "plain") + " HEARTBEAT CUSTOM callcenter::info\n");
    line.say("Content-Type: command/reply\nReply-Text: +OK event listener enabled\n\n");
    boolean tiers = false;
    while (!tiers) {
      String asked = line.request();
      line.say(framed("api/response", answer(asked, core, up)));
      tiers = asked.contains("tier list");
    }
  }

  private static String answer(String asked, String core, int up) {
    if (asked.contains("core_uuid")) {
      return core;
    }
    if (asked.contains("uptime")) {
      return up + "\n";
    }
    if (asked.contains("members")) {
      return "+OK\n";
    }
    if (asked.contains("queue list")) {
      return "name|strategy\nsupport@d|ring-all\n+OK\n";
    }
    return asked.contains("agent")
        ? "name|status|state|wrap_up_time\nAda|Available|Waiting|0\n+OK\n"
        : "queue|agent|level\nsupport@d|Ada|1\n+OK\n";
  }

  private static byte[] aDay(String core, boolean json) {
    StringBuilder all = new StringBuilder();
    int[] n = {0};
    String[][] says = {
      {"member-queue-start", "s1", "1"},
      {"agent-offering", "s1", "2"},
      {"bridge-agent-start", "s1", "6"},
      {"agent-state-change", "", "6.1", "CC-Agent-State", "In a queue call"},
      {"member-queue-start", "s2", "7"},
      {"bridge-agent-end", "s1", "30", "CC-Agent-Bridged", "true"},
      {"member-queue-end", "s1", "30.1", "CC-Cause", "Terminated"},
      {"member-queue-end", "s2", "40", "CC-Cause", "Cancel", "CC-Cancel-Reason", "TIMEOUT"},
      {"member-queue-start", "s2", "40.1", "CC-Queue", "sales@d"},
      {"member-queue-start", "s3", "41"},
      {"member-queue-end", "s3", "49", "CC-Cause", "Cancel", "CC-Cancel-Reason", "BREAK_OUT"},
      {
        "member-queue-end",
        "s2",
        "55",
        "CC-Queue",
        "sales@d",
        "CC-Cause",
        "Cancel",
        "CC-Cancel-Reason",
        "NONE"
      }
    };
    for (String[] each : says) {
      String[] more = java.util.Arrays.copyOfRange(each, 3, each.length);
      double at = Double.parseDouble(each[2]);
      all.append(
          new String(
              event(core, ++n[0], at, each[0], each[1], json, more), StandardCharsets.UTF_8));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] event(
      String core,
      int sequence,
      double at,
      String action,
      String session,
      boolean json,
      String... more) {
    Map<String, String> headers = new java.util.TreeMap<>();
    headers.put("Event-Name", "CUSTOM");
    headers.put("Event-Subclass", "callcenter::info");
    headers.put("Core-UUID", core);
    headers.put("Event-Sequence", String.valueOf(sequence));
    headers.put("Event-Date-Timestamp", String.valueOf(Math.round((START + at) * 1e6)));
    headers.put("CC-Action", action);
    headers.put("CC-Agent", "Ada");
    headers.put("CC-Queue", "support@d");
    headers.put("CC-Member-CID-Number", "+4930555");
    headers.put("CC-Member-Session-UUID", session);
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    StringBuilder body = new StringBuilder(json ? "{" : "");
    headers.forEach(
        (name, value) ->
            body.append(
                json
                    ? (body.length() > 1 ? "," : "") + "\"" + name + "\":\"" + value + "\""
                    : name + ": " + value.replace(":", "%3A").replace("+", "%2B") + "\n"));
    body.append(json ? "}" : "\n");
    return framed(json ? "text/event-json" : "text/event-plain", body.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String framed(String type, String body) {
    return "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\nContent-Type: "
        + type
        + "\n\n"
        + body;
  }

  private static EslSettings settings(int port, boolean json) {
    Backoff soon = new Backoff(Duration.ofMillis(5), Duration.ofMinutes(10), 0);
    return EslSettings.of(
            TcpSettings.of("127.0.0.1", port)
                .withTimes(Duration.ofSeconds(2), Duration.ofSeconds(2), soon),
            new EslLogin("ClueCon", json),
            FreeSwitchOptions.of("fs"))
        .with(new DeliverySettings(20, 40, Duration.ofSeconds(1), soon, Duration.ofSeconds(2)));
  }
}
