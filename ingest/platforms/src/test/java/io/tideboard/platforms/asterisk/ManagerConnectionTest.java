// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.QueueSnapshot.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of connections that break, restarts, and the list after them. */
class ManagerConnectionTest {

  private final Heard heard = Heard.pbx();

  @Test
  void aFirstConnectionToAnAsteriskThatHasJustStartedTellsTheRestart() {
    heard.answer(0, "Event: FullyBooted", "Uptime: 22").message(0.5, "SuccessfulAuth");
    assertThat(heard.calls()).containsExactly("-22.5 source.restarted");
  }

  @Test
  void aFirstConnectionToAnAsteriskThatHasRunForDaysTellsNone() {
    heard.answer(0, "Event: FullyBooted", "Uptime: 200000").message(0.5, "SuccessfulAuth");
    assertThat(heard.calls()).isEmpty();
  }

  @Test
  void aNewConnectionToTheSameAsteriskTellsNoRestart() {
    joined(10, "1.1");
    heard.disconnected();
    heard.answer(60, "Event: FullyBooted", "Uptime: 669").message(60.1, "SuccessfulAuth");
    assertThat(heard.calls()).containsExactly("10 queued 1.1 sales");
  }

  @Test
  void aNewConnectionToAnAsteriskThatStartedAfterTheLastWordOfTheOldOneTellsARestart() {
    joined(10, "1.1");
    heard.disconnected();
    heard.answer(60, "Event: FullyBooted", "Uptime: 12").message(60.1, "SuccessfulAuth");
    assertThat(heard.calls()).containsExactly("10 queued 1.1 sales", "47.1 source.restarted");
  }

  @Test
  void theRestartIsToldOnceHoweverOftenTheConnectionBreaksAfterIt() {
    joined(10, "1.1");
    for (int i = 0; i < 3; i++) {
      heard.disconnected();
      heard.answer(60 + i, "Event: FullyBooted", "Uptime: " + (12 + i));
      heard.answer(60.1 + i, "Event: QueueParams", "Queue: sales");
    }
    assertThat(heard.calls()).containsOnlyOnce("47.1 source.restarted");
  }

  @Test
  void theListOfTheQueuesBecomesSnapshots() {
    joined(10, "1.1");
    status(60, entry("1.1", 50), entry("2.2", 30));
    assertThat(snapshots())
        .containsExactly(new Waiting("1.1", Heard.at(10)), new Waiting("2.2", Heard.at(30)));
    // Whose coming was missed is told, with what the list knows and a snapshot does not hold.
    assertThat(heard.calls()).contains("30 queued 2.2 sales");
  }

  @Test
  void whoIsNotInTheListAnyMoreIsNotSpokenOfAgain() {
    joined(10, "1.1");
    heard.disconnected();
    status(60);
    assertThat(snapshots()).isEmpty();
    heard.message(61, "Hangup", "Uniqueid: 1.1");
    assertThat(heard.calls()).noneMatch(line -> line.contains("ended") || line.contains("aband"));
  }

  @Test
  void whoCameWhileTheListWasBeingSentIsInTheSnapshot() {
    heard.answer(60, "Response: Success", "Message: Queue status will follow");
    heard.answer(60.01, "Event: QueueParams", "Queue: sales");
    joined(60.02, "1.1");
    heard.answer(60.03, "Event: QueueStatusComplete");
    assertThat(snapshots()).containsExactly(new Waiting("1.1", Heard.at(60.02)));
  }

  @Test
  void whoLeftWhileTheListWasBeingSentIsNotInTheSnapshot() {
    joined(10, "1.1");
    heard.answer(60, "Response: Success", "Message: Queue status will follow");
    heard.answer(60.01, "Event: QueueParams", "Queue: sales");
    heard.answer(
        60.01, "Event: QueueEntry", "Queue: sales", "Uniqueid: 1.1", "Wait: 50", "CallerIDNum: 1");
    heard.message(60.02, "AgentConnect", "Uniqueid: 1.1", "Queue: sales", "MemberName: Ada");
    heard.answer(60.03, "Event: QueueStatusComplete");
    assertThat(snapshots()).isEmpty();
  }

  @Test
  void aListThatWasCutOffIsNoList() {
    joined(10, "1.1");
    heard.answer(60, "Response: Success", "Message: Queue status will follow");
    heard.answer(60.01, "Event: QueueParams", "Queue: sales");
    heard.disconnected();
    heard.answer(70, "Event: QueueStatusComplete");
    assertThat(heard.events).noneMatch(QueueSnapshot.class::isInstance);
  }

  @Test
  void aConversationWhoseEndWasMissedEndsWhenItsAgentIsSeenFree() {
    joined(10, "1.1");
    heard.message(20, "AgentConnect", "Uniqueid: 1.1", "Queue: sales", "MemberName: Ada");
    heard.disconnected();
    heard.answer(60, "Response: Success", "Message: Queue status will follow");
    heard.answer(60, "Event: QueueParams", "Queue: sales");
    heard.answer(
        60,
        "Event: QueueMember",
        "Queue: sales",
        "Name: Ada",
        "Status: 1",
        "Paused: 0",
        "InCall: 0");
    heard.answer(60, "Event: QueueStatusComplete");
    assertThat(heard.calls()).contains("60 ended 1.1 sales Ada");
  }

  @Test
  void theAgentsOfTheListAreASnapshotWithSinceWhen() {
    heard.answer(
        100,
        "Event: QueueMember",
        "Queue: sales",
        "Name: Ada",
        "Status: 5",
        "Paused: 1",
        "PausedReason: Basket",
        "LastPause: " + (Heard.START + 40),
        "LastCall: 0",
        "InCall: 0");
    heard.answer(
        100,
        "Event: QueueMember",
        "Queue: sales",
        "Name: Bo",
        "Status: 1",
        "Paused: 0",
        "LastCall: " + (Heard.START + 70),
        "LoginTime: " + Heard.START,
        "InCall: 0");
    heard.answer(100, "Event: QueueStatusComplete");
    AgentSnapshot snapshot =
        (AgentSnapshot)
            heard.events.stream().filter(AgentSnapshot.class::isInstance).findFirst().orElseThrow();
    assertThat(snapshot.agents())
        .containsExactly(
            new AgentSnapshot.Standing("Ada", AgentState.BREAK, Heard.at(40), List.of()),
            new AgentSnapshot.Standing("Bo", AgentState.AVAILABLE, Heard.at(70), List.of("sales")));
  }

  @Test
  void whoeverTheListDoesNotNameIsOffline() {
    heard.message(
        5, "QueueMemberStatus", "Queue: sales", "MemberName: Ada", "Status: 1", "Paused: 0");
    heard.disconnected();
    status(60);
    assertThat(heard.story()).contains("60 agent.state Ada offline");
  }

  @Test
  void answersWithoutATimeGetAsterisksOwn() {
    // Its clock is an hour behind; this one's shows what it has always shown.
    heard.message(
        new AmiMessage(
            java.util.Map.of(
                "Event", "SuccessfulAuth", "Timestamp", String.valueOf(Heard.START) + ".000000")),
        3600);
    heard.answer(3610, "Event: QueueParams", "Queue: sales");
    heard.answer(3610, "Event: QueueStatusComplete");
    Event snapshot = heard.events.get(0);
    assertThat(snapshot.header().occurredAt()).isEqualTo(Heard.at(10));
  }

  private void joined(double at, String call) {
    heard.message(
        at,
        "QueueCallerJoin",
        "Uniqueid: " + call,
        "Queue: sales",
        "CallerIDNum: 1",
        "Linkedid: " + call);
  }

  private void status(double at, String[]... entries) {
    heard.answer(at, "Response: Success", "Message: Queue status will follow");
    heard.answer(at, "Event: QueueParams", "Queue: sales");
    for (String[] entry : entries) {
      heard.answer(at, entry);
    }
    heard.answer(at, "Event: QueueStatusComplete");
  }

  private static String[] entry(String call, int wait) {
    return new String[] {
      "Event: QueueEntry", "Queue: sales", "Uniqueid: " + call, "Wait: " + wait, "CallerIDNum: 1"
    };
  }

  private List<Waiting> snapshots() {
    return heard.events.stream()
        .filter(QueueSnapshot.class::isInstance)
        .map(QueueSnapshot.class::cast)
        .reduce((first, last) -> last)
        .orElseThrow()
        .waiting();
  }
}
