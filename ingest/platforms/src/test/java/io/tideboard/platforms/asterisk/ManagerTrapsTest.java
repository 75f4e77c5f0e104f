// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.telephony.QueueTotals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManagerTrapsTest {

  private static final String CALL = "Uniqueid: 10.1";
  private static final String QUEUE = "Queue: sales";
  private static final String ADA = "MemberName: Ada";

  private final Heard heard = Heard.pbx();

  @Test
  void anAbandonAfterAHangupRequestIsAnAbandon() {
    joined(0);
    heard.message(4, "HangupRequest", CALL, "Cause: 16");
    unserved(4.1);
    assertThat(heard.calls()).containsExactly("0 queued 10.1 sales", "4.1 abandoned 10.1 sales");
  }

  @Test
  void anAbandonThatTheDialplanGoesOnAfterIsATimeout() {
    joined(0);
    unserved(30);
    heard.message(30.1, "VarSet", CALL, "Variable: QUEUESTATUS", "Value: TIMEOUT");
    heard.message(30.2, "Hangup", CALL);
    assertThat(heard.calls())
        .containsExactly(
            "0 queued 10.1 sales", "30 dequeued 10.1 sales timeout", "30.2 ended 10.1");
  }

  @Test
  void theStatusOfTheQueueSaysWhyACallerLeft() {
    assertThat(leftWith("LEAVEEMPTY")).isEqualTo("no_agents");
    assertThat(leftWith("LEAVEUNAVAIL")).isEqualTo("no_agents");
    assertThat(leftWith("WITHDRAW")).isEqualTo("withdrawn");
    assertThat(leftWith("FULL")).isEqualTo("overflow");
  }

  @Test
  void anAbandonOfACallerWhoIsNextSeenInAnotherQueueIsATimeout() {
    joined(0);
    unserved(30);
    heard.message(30.1, "QueueCallerJoin", CALL, "Queue: support", "CallerIDNum: 1");
    assertThat(heard.calls())
        .containsExactly(
            "0 queued 10.1 sales", "30 dequeued 10.1 sales timeout", "30.1 queued 10.1 support");
  }

  @Test
  void anAbandonOfACallerWhoIsNextSeenInTheDialplanIsATimeout() {
    joined(0);
    unserved(30);
    heard.message(30.1, "Newexten", CALL, "Extension: s", "Application: VoiceMail");
    assertThat(heard.calls()).contains("30 dequeued 10.1 sales timeout");
  }

  @Test
  void theExtensionOfTheHungUpDoesNotMeanThatTheCallerIsThere() {
    joined(0);
    unserved(30);
    heard.message(30.1, "Newexten", CALL, "Extension: h", "Application: NoOp");
    heard.message(30.2, "Hangup", CALL);
    assertThat(heard.calls()).containsExactly("0 queued 10.1 sales", "30 abandoned 10.1 sales");
  }

  @Test
  void anAbandonOfACallerWhoIsStillThereAfterTwoSecondsIsATimeout() {
    joined(0);
    unserved(30);
    heard.tick(31);
    assertThat(heard.calls()).hasSize(1);
    heard.tick(32.5);
    assertThat(heard.calls()).contains("30 dequeued 10.1 sales timeout");
  }

  @Test
  void anAbandonBeforeTheConnectionBrokeIsTakenAtItsWord() {
    joined(0);
    unserved(30);
    heard.disconnected().tick(40);
    assertThat(heard.calls()).contains("30 abandoned 10.1 sales");
  }

  @Test
  void anAbandonThatIsToldTwiceIsOne() {
    joined(0);
    heard.message(3, "HangupRequest", CALL);
    unserved(3.1);
    unserved(3.2);
    heard.message(3.3, "Hangup", CALL);
    assertThat(QueueTotals.of(heard.events))
        .containsEntry("sales", new QueueTotals(1, 0, 1, 0, 0, 0));
  }

  @Test
  void whoLeavesWithNeitherAnAbandonNorAnAgentLeftByAKey() {
    joined(0);
    heard.message(5, "QueueCallerLeave", CALL, QUEUE);
    assertThat(heard.calls()).contains("5 dequeued 10.1 sales exit_key");
  }

  @Test
  void whoLeavesBecauseAnAgentPickedUpIsAnsweredHoweverLongThatTakes() {
    joined(0);
    rings(3);
    heard.message(5, "DialEnd", CALL, "DestUniqueid: 10.2", "DialStatus: ANSWER");
    heard.message(5, "DialEnd", CALL, "DestUniqueid: 10.3", "DialStatus: CANCEL");
    heard.message(5.1, "QueueCallerLeave", CALL, QUEUE);
    heard.tick(9);
    connected(9.5, "9");
    assertThat(heard.calls())
        .containsExactly(
            "0 queued 10.1 sales", "3 offered 10.1 sales Ada", "9.5 answered 10.1 sales Ada");
  }

  @Test
  void whoLeavesAfterAnAgentHadPickedUpAndIsNeverConnectedLeftByAKey() {
    joined(0);
    rings(3);
    heard.message(5, "DialEnd", CALL, "DestUniqueid: 10.2", "DialStatus: ANSWER");
    heard.message(6, "QueueCallerLeave", CALL, QUEUE);
    heard.message(9, "Hangup", CALL);
    assertThat(heard.calls()).endsWith("6 dequeued 10.1 sales exit_key", "9 ended 10.1");
  }

  @Test
  void whoWasLetGoByAnAgentWhoHadPickedUpWaitsOn() {
    joined(0);
    rings(3);
    heard.message(5, "DialEnd", CALL, "DestUniqueid: 10.2", "DialStatus: ANSWER");
    heard.message(6, "AgentDump", CALL, QUEUE, ADA);
    heard.message(8, "QueueCallerLeave", CALL, QUEUE);
    assertThat(heard.calls())
        .contains("6 declined 10.1 sales Ada rejected", "8 dequeued 10.1 sales exit_key");
  }

  @Test
  void aBusyAgentHasRejectedAndASilentOneHasNotAnswered() {
    joined(0);
    rings(1);
    heard.message(2, "DialEnd", CALL, "DestUniqueid: 10.2", "DialStatus: BUSY");
    heard.message(
        2.1, "AgentRingNoAnswer", CALL, QUEUE, ADA, "DestUniqueid: 10.2", "RingTime: 1000");
    heard.message(
        20, "AgentRingNoAnswer", CALL, QUEUE, ADA, "DestUniqueid: 10.9", "RingTime: 15000");
    assertThat(heard.calls())
        .contains("2.1 declined 10.1 sales Ada rejected", "20 declined 10.1 sales Ada no_answer");
  }

  @Test
  void aTransferToldAfterTheNewVisitHappenedBeforeIt() {
    joined(0);
    connected(5, "5");
    heard.message(9, "QueueCallerJoin", CALL, "Queue: billing", "CallerIDNum: 1");
    completed(9.00002, "transfer", "4");
    heard.message(20, "HangupRequest", CALL);
    heard.message(20.1, "QueueCallerAbandon", CALL, "Queue: billing", "HoldTime: 11");
    assertThat(heard.calls())
        .containsExactly(
            "0 queued 10.1 sales",
            "5 answered 10.1 sales Ada",
            "8.999999 transferred 10.1 sales Ada",
            "8.999999 wrapped_up 10.1 sales Ada",
            "9 queued 10.1 billing",
            "20.1 abandoned 10.1 billing");
  }

  @Test
  void anEndWithoutTheCallersChannelIsThatOfTheAgentsCall() {
    joined(0);
    connected(5, "5");
    heard.message(25, "AgentComplete", QUEUE, ADA, "HoldTime: 5", "TalkTime: 20", "Reason: caller");
    assertThat(heard.calls()).contains("25 ended 10.1 sales Ada customer");
  }

  @Test
  void aCallWhoseAnswerWasMissedIsRebuiltFromWhatItsEndSays() {
    completed(100, "agent", "30");
    assertThat(heard.calls())
        .containsExactly(
            "60 queued 10.1 sales",
            "70 answered 10.1 sales Ada",
            "100 ended 10.1 sales Ada agent",
            "100 wrapped_up 10.1 sales Ada");
  }

  @Test
  void thePriorityOfTheDialplanIsNotTheCallersAndAnUnknownNumberIsNone() {
    heard.message(
        0,
        "QueueCallerJoin",
        CALL,
        QUEUE,
        "Priority: 51",
        "CallerIDNum: <unknown>",
        "Linkedid: 9.9",
        "Language: en");
    InteractionEvent queued = (InteractionEvent) heard.events.get(0);
    assertThat(queued.contact().customer()).isNull();
    assertThat(queued.contact().attributes())
        .containsOnly(
            org.assertj.core.api.Assertions.entry("linkedid", "9.9"),
            org.assertj.core.api.Assertions.entry("language", "en"));
  }

  @Test
  void holdsOfTheAgentAreHoldsAndThoseOfTheCallerAreNot() {
    joined(0);
    connected(5, "5");
    heard.message(8, "Hold", CALL, "Linkedid: 10.1");
    heard.message(10, "Hold", "Uniqueid: 10.7", "Linkedid: 10.1");
    heard.message(15, "Unhold", "Uniqueid: 10.7", "Linkedid: 10.1");
    heard.message(16, "Unhold", "Uniqueid: 10.7", "Linkedid: 10.1");
    assertThat(heard.calls()).endsWith("10 held 10.1 sales Ada", "15 resumed 10.1 sales Ada");
  }

  @Test
  void aMemberOfSeveralQueuesHasOneState() {
    member(0, "sales", "Status: 1", "Paused: 0");
    member(0.001, "support", "Status: 1", "Paused: 0");
    member(5, "sales", "Status: 2", "Paused: 0");
    member(5.001, "support", "Status: 2", "Paused: 0");
    member(9, "sales", "Status: 1", "Paused: 0");
    member(9.001, "support", "Status: 1", "Paused: 0");
    member(20, "sales", "Status: 1", "Paused: 1", "PausedReason: lunch");
    member(20.001, "support", "Status: 1", "Paused: 1", "PausedReason: lunch");
    member(30, "sales", "Status: 5", "Paused: 0");
    member(30.001, "support", "Status: 5", "Paused: 0");
    assertThat(heard.story().stream().map(line -> line.substring(line.indexOf(' ') + 1)).distinct())
        .containsExactly(
            "agent.state Ada available",
            "agent.state Ada busy",
            "agent.state Ada break lunch",
            "agent.state Ada offline");
  }

  @Test
  void afterCallWorkShownAs254EndsByItself() {
    member(0, "sales", "Status: 2", "Paused: 0", "Wrapuptime: 10");
    member(5, "sales", "Status: 254", "Paused: 0", "Wrapuptime: 10");
    heard.tick(14).tick(16);
    assertThat(heard.story())
        .containsExactly(
            "0 agent.state Ada busy", "5 agent.state Ada wrap_up", "15 agent.state Ada available");
  }

  @Test
  void aMembersOwnWrapUpTimeCountsBeforeTheQueues() {
    Heard slow = new Heard(AsteriskOptions.of("pbx").withWrapUp(Duration.ofSeconds(4)));
    slow.message(0, "QueueCallerJoin", CALL, QUEUE)
        .message(1, "QueueMemberStatus", QUEUE, ADA, "Status: 1", "Paused: 0", "Wrapuptime: 7")
        .message(2, "AgentConnect", CALL, QUEUE, ADA, "HoldTime: 2")
        .message(9, "AgentComplete", CALL, QUEUE, ADA, "TalkTime: 7", "Reason: agent")
        .tick(30);
    assertThat(slow.story()).contains("9 agent.state Ada wrap_up", "16 wrapped_up 10.1 sales Ada");
  }

  @Test
  void unknownEventsAreIgnoredAndCounted() {
    heard.message(0, "RTCPReceived", "SSRC: 1").message(1, "RTCPReceived", "SSRC: 2");
    assertThat(heard.ignored).containsEntry("RTCPReceived", 2);
    assertThat(heard.events).isEmpty();
  }

  @Test
  void aSecondGatewayOnTheSameAsteriskTellsTheSameIds() {
    Heard other = Heard.pbx();
    joined(0);
    other.message(0, "QueueCallerJoin", CALL, QUEUE, "CallerIDNum: 1", "Linkedid: 10.1");
    assertThat(other.events).isEqualTo(heard.events);
  }

  private String leftWith(String status) {
    Heard pbx = Heard.pbx();
    pbx.message(0, "QueueCallerJoin", CALL, QUEUE)
        .message(30, "QueueCallerAbandon", CALL, QUEUE, "HoldTime: 30")
        .message(30.1, "VarSet", CALL, "Variable: QUEUESTATUS", "Value: " + status);
    String last = pbx.calls().get(1);
    return last.substring(last.lastIndexOf(' ') + 1);
  }

  private void joined(double at) {
    heard.message(at, "QueueCallerJoin", CALL, QUEUE, "CallerIDNum: 1", "Linkedid: 10.1");
  }

  private void unserved(double at) {
    heard.message(at, "QueueCallerAbandon", CALL, QUEUE, "HoldTime: " + (int) at);
    heard.message(at + 0.0001, "QueueCallerLeave", CALL, QUEUE);
  }

  private void rings(double at) {
    heard.message(at, "AgentCalled", CALL, QUEUE, ADA, "DestUniqueid: 10.2");
  }

  private void connected(double at, String hold) {
    heard.message(at, "AgentConnect", CALL, QUEUE, ADA, "HoldTime: " + hold, "RingTime: 2");
  }

  private void completed(double at, String reason, String talk) {
    heard.message(
        at,
        "AgentComplete",
        CALL,
        QUEUE,
        ADA,
        "HoldTime: 10",
        "TalkTime: " + talk,
        "Reason: " + reason);
  }

  private void member(double at, String queue, String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "Queue: " + queue;
    all[fields.length + 1] = ADA;
    heard.message(at, "QueueMemberStatus", all);
  }
}
