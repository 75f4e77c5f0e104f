// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.platforms.Fixtures;
import io.tideboard.platforms.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentEventsTest {

  private static final String PROFILE = " queues=[Sales] capacity={VOICE=1, CHAT=3}";
  private static final String RINGING = "\"ConnectedToAgentTimestamp\": null,";

  private final AmazonConnect connect = new AmazonConnect();

  @Test
  void anAnswerTellsTheVisitTheAnswerAndTheBusyAgent() {
    assertThat(toldOf("agent-state.json"))
        .containsExactly(
            "09:00:10.500 queued c-1 channel=voice queue=Sales",
            "09:00:25.750 answered c-1 channel=voice agent=anna",
            "09:00:25.800 agent.state agent=anna state=busy reason=connected queues=[Sales]"
                + " capacity={VOICE=1, CHAT=3}");
  }

  @Test
  void whatContactEventsTellTooHasTheSameIds() {
    List<String> ofContactEvents = ids(Fixtures.text("connect/completed.json"));
    assertThat(ofContactEvents)
        .contains("c-1:queued", "c-1:answered", "c-1:wrapped_up")
        .containsAll(
            ids(Fixtures.text("connect/agent-state.json")).stream()
                .filter(id -> id.startsWith("c-1"))
                .toList());
    assertThat(ofContactEvents).containsAll(ids(Fixtures.text("connect/record.json")));
  }

  @Test
  void afterContactWorkEndsWhenTheContactHasLeftTheList() {
    assertThat(toldOf("agent-acw.json"))
        .contains("09:03:45 wrapped_up c-1 channel=voice queue=Sales")
        .contains(state("09:03:45", "available", "Available"));
  }

  @Test
  void anEndedContactInTheListIsAfterContactWork() {
    String body = changed("agent-state.json", "CONNECTED", "ENDED");
    assertThat(told(body))
        .contains("09:00:25.750 ended c-1 channel=voice agent=anna")
        .contains(state("09:00:25.800", "wrap_up", "ended"));
  }

  @Test
  void aContactThatVanishesInTheMiddleHasEnded() {
    String body = changed("agent-acw.json", "ENDED", "CONNECTED");
    assertThat(told(body))
        .contains("09:03:45 ended c-1 channel=voice queue=Sales agent=anna")
        .contains("09:03:45 wrapped_up c-1 channel=voice queue=Sales");
  }

  @ParameterizedTest
  @CsvSource({"MISSED,no_answer", "REJECTED,rejected"})
  void anOfferThatFailedIsDeclinedAndTheAgentAway(String state, String reason) {
    String body =
        changed("agent-state.json", "CONNECTED", state)
            .replaceAll("\"ConnectedToAgentTimestamp\": \"[^\"]*\",", RINGING);
    assertThat(told(body))
        .contains("09:00:25.750 declined c-1 channel=voice agent=anna reason=" + reason)
        .contains(state("09:00:25.800", "away", state.toLowerCase(Locale.ROOT)));
  }

  @Test
  void aContactThatRingsIsOffered() {
    String body = Fixtures.text("connect/agent-state.json");
    String before =
        body.replace("\"CONNECTING\"", "\"OTHER\"").replace("\"CONNECTED\"", "\"CONNECTING\"");
    assertThat(told(before)).contains("09:00:25.750 offered c-1 channel=voice agent=anna");
  }

  @Test
  void aQueuedCallbackIsOfferedOnceHoweverItIsShown() {
    String body =
        Fixtures.text("connect/agent-state.json")
            .replace("\"CONNECTING\"", "\"INCOMING\"")
            .replace("\"CONNECTED\"", "\"PENDING\"");
    assertThat(told(body)).noneMatch(line -> line.contains("offered"));
    assertThat(told(body)).contains(state("09:00:25.800", "busy", "pending"));
  }

  @Test
  void aHoldBeginsAndEndsWhenTheEventTellsIt() {
    String held =
        Fixtures.text("connect/agent-state.json")
            .replace("\"CONNECTED\"", "\"CONNECTED_ONHOLD\"")
            .replace("\"CONNECTING\"", "\"CONNECTED\"");
    String resumed =
        Fixtures.text("connect/agent-state.json").replace("\"CONNECTING\"", "\"CONNECTED_ONHOLD\"");
    assertThat(told(held)).contains("09:00:25.800 held c-1 channel=voice agent=anna");
    assertThat(told(resumed)).contains("09:00:25.800 resumed c-1 channel=voice agent=anna");
  }

  @Test
  void anErrorOfTheContactKeepsTheAgentAway() {
    assertThat(told(changed("agent-state.json", "CONNECTED", "ERROR")))
        .contains(state("09:00:25.800", "away", "error"));
  }

  @Test
  void whatAnAgentDialsIsNeitherQueuedNorOffered() {
    String body = Fixtures.text("connect/agent-state.json").replace("\"INBOUND\"", "\"OUTBOUND\"");
    assertThat(told(body))
        .contains(
            "09:00:25.750 answered c-1 channel=voice queue=Sales agent=anna direction=outbound")
        .noneMatch(line -> line.contains("queued") || line.contains("offered"));
  }

  @Test
  void aSupervisorWhoListensInDoesNothingToTheContact() {
    String body = Fixtures.text("connect/agent-acw.json").replace("\"INBOUND\"", "\"MONITOR\"");
    assertThat(told(body)).containsExactly(state("09:03:45", "available", "Available"));
  }

  @Test
  void aLoginTellsTheStatus() {
    String body =
        changed("agent-acw.json", "STATE_CHANGE", "LOGIN")
            .replace("\"Available\"", "\"Training\"")
            .replace("\"ROUTABLE\"", "\"CUSTOM\"");
    assertThat(told(body)).contains(state("09:03:45", "training", "Training"));
  }

  @Test
  void aLogoutMakesTheAgentOfflineWhateverTheSnapshotSays() {
    String body = changed("agent-acw.json", "STATE_CHANGE", "LOGOUT");
    assertThat(told(body)).contains("09:03:45 agent.state agent=anna state=offline");
  }

  @Test
  void aNextStatusStopsRoutingAsSoonAsItIsChosen() {
    String body =
        Fixtures.text("connect/agent-acw.json")
            .replaceFirst(
                "\"NextAgentStatus\": null",
                "\"NextAgentStatus\": {\"Name\": \"Lunch\", \"EnqueuedTimestamp\":"
                    + " \"2026-03-02T09:03:44.000Z\"}");
    assertThat(told(body)).contains(state("09:03:45", "break", "Lunch"));
  }

  @Test
  void aHeartbeatIsASnapshotOfOneAgentNoOlderThanHeartbeatsTell() {
    assertThat(toldOf("agent-heartbeat.json"))
        .containsExactly("09:10:00 agent.snapshot agent=anna available since 2026-03-02T09:08:00Z");
  }

  @Test
  void aHeartbeatAfterTheLogoutShowsAnAgentWhoIsOffline() {
    String offline =
        Fixtures.text("connect/agent-heartbeat.json")
            .replace("\"ROUTABLE\"", "\"OFFLINE\"")
            .replace("\"Available\"", "\"Offline\"")
            .replace("08:30:00.000Z", "09:09:00.000Z");
    String none =
        Fixtures.text("connect/agent-heartbeat.json")
            .replace("\"CurrentAgentSnapshot\"", "\"CurrentAgentSnapshot\": null, \"x\"");
    assertThat(told(offline))
        .containsExactly("09:10:00 agent.snapshot agent=anna offline since 2026-03-02T09:09:00Z");
    assertThat(told(none))
        .containsExactly("09:10:00 agent.snapshot agent=anna offline since 2026-03-02T09:08:00Z");
  }

  @Test
  void aRecordOfAKinesisStreamIsUnpacked() {
    byte[] event = Fixtures.text("connect/agent-heartbeat.json").getBytes(StandardCharsets.UTF_8);
    String record =
        "{\"partitionKey\": \"anna\", \"data\": \""
            + Base64.getEncoder().encodeToString(event)
            + "\"}";
    assertThat(told(record)).hasSize(1);
    assertThat(
            connect
                .translate(Fixtures.json("{\"partitionKey\": \"a\", \"data\": \"?\"}"))
                .refused())
        .hasSize(1);
  }

  @Test
  void kindsOfLaterVersionsAreIgnoredAndCounted() {
    String body = changed("agent-acw.json", "STATE_CHANGE", "DREAM");
    assertThat(connect.translate(Fixtures.json(body)).ignored()).isEqualTo(Map.of("DREAM", 1));
  }

  private static String state(String time, String state, String reason) {
    return time + " agent.state agent=anna state=" + state + " reason=" + reason + PROFILE;
  }

  private static String changed(String fixture, String from, String to) {
    return Fixtures.text("connect/" + fixture).replace('"' + from + '"', '"' + to + '"');
  }

  private List<String> toldOf(String fixture) {
    return told(Fixtures.text("connect/" + fixture));
  }

  private List<String> told(String body) {
    return Timeline.of(connect.translate(Fixtures.json(body)));
  }

  private List<String> ids(String body) {
    return connect.translate(Fixtures.json(body)).events().stream()
        .map(Event::header)
        .map(header -> header.id())
        .toList();
  }
}
