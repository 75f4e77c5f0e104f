// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.platforms.telephony.QueueTotals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallcenterTrapsTest {

  private static final String ADA = "CC-Agent: Ada";

  private final Callcenter center = Callcenter.center();

  @Test
  void aServedCallerIsOneVisitAndOneLeg() {
    center
        .of("s1", 0, "member-queue-start", "CC-Member-CID-Number: +4930555")
        .of("s1", 2, "agent-offering", ADA)
        .of("s1", 7.5, "bridge-agent-start", ADA)
        .says(7.6, "agent-state-change", ADA, "CC-Agent-State: In a queue call")
        .of(
            "s1",
            20,
            "bridge-agent-end",
            ADA,
            "CC-Agent-Bridged: true",
            "variable_sip_hangup_disposition: recv_bye")
        .of("s1", 20.1, "member-queue-end", ADA, "CC-Cause: Terminated");
    assertThat(center.calls())
        .containsExactly(
            "0 queued s1",
            "2 offered s1 Ada",
            "7.5 answered s1 Ada",
            "20 ended s1 Ada agent",
            "20 wrapped_up s1 Ada");
    InteractionEvent queued = (InteractionEvent) center.events.get(0);
    assertThat(queued.contact().customer()).isEqualTo("+4930555");
    assertThat(center.state.members()).isZero();
  }

  @Test
  void anOfferThatComesBeforeTheStartOfItsCallerIsOneVisit() {
    center
        .of("s1", 1.002, "agent-offering", ADA)
        .of("s1", 1.001, "member-queue-start")
        .of("s1", 9, "member-queue-end", "CC-Cause: Cancel", "CC-Cancel-Reason: NONE");
    assertThat(center.calls())
        .containsExactly("1.001 queued s1", "1.002 offered s1 Ada", "9 abandoned s1");
  }

  @Test
  void everyReasonToCancelIsToldApart() {
    assertThat(cancelled("CC-Cancel-Reason: TIMEOUT")).isEqualTo("9 dequeued s1 timeout");
    assertThat(cancelled("CC-Cancel-Reason: NO_AGENT_TIMEOUT"))
        .isEqualTo("9 dequeued s1 no_agents");
    assertThat(cancelled("CC-Cancel-Reason: EXIT_WITH_KEY")).isEqualTo("9 dequeued s1 exit_key");
    assertThat(cancelled("CC-Cancel-Reason: NONE")).isEqualTo("9 abandoned s1");
  }

  @Test
  void aBreakOutIsAnAbandonWhenTheChannelIsHungUpAndATransferWhenItLivesOn() {
    String breakOut = "CC-Cancel-Reason: BREAK_OUT";
    assertThat(cancelled(breakOut)).isEqualTo("9 abandoned s1");
    assertThat(cancelled(breakOut, "Channel-State: CS_EXECUTE", "Hangup-Cause: ORIGINATOR_CANCEL"))
        .isEqualTo("9 abandoned s1");
    assertThat(cancelled(breakOut, "Channel-State: CS_EXECUTE", "Answer-State: answered"))
        .isEqualTo("9 dequeued s1 withdrawn");
  }

  @Test
  void whoComesBackAfterAnAbandonIsASecondVisitOfTheSameMember() {
    center
        .of("s1", 0, "member-queue-start")
        .of("s1", 9, "member-queue-end", "CC-Cause: Cancel", "CC-Cancel-Reason: BREAK_OUT")
        .says(
            30,
            "member-queue-resume",
            "CC-Queue: support@default",
            "CC-Member-UUID: m-s1",
            "CC-Member-Session-UUID: s2")
        .says(
            40,
            "bridge-agent-start",
            ADA,
            "CC-Queue: support@default",
            "CC-Member-UUID: m-s1",
            "CC-Member-Session-UUID: s2",
            "CC-Member-Joined-Time: " + Callcenter.START)
        .says(40.1, "agent-state-change", ADA, "CC-Agent-State: In a queue call");
    // The time of joining that the bridge tells is the first call's: the wait is the second's.
    assertThat(center.calls())
        .containsExactly("0 queued s1", "9 abandoned s1", "30 queued s2", "40 answered s2 Ada");
    assertThat(
            center.events.stream()
                .filter(InteractionEvent.class::isInstance)
                .map(event -> ((InteractionEvent) event).contact().attributes().get("member"))
                .filter(member -> member != null)
                .distinct())
        .containsExactly("m-s1");
  }

  @Test
  void aCallerWhoOverflowsIntoAnotherQueueIsOneContactAndTwoVisits() {
    center
        .of("s1", 0, "member-queue-start")
        .of("s1", 30, "member-queue-end", "CC-Cause: Cancel", "CC-Cancel-Reason: TIMEOUT")
        .says(
            30.1,
            "member-queue-start",
            "CC-Queue: sales@default",
            "CC-Member-UUID: m-other",
            "CC-Member-Session-UUID: s1");
    assertThat(QueueTotals.of(center.events))
        .containsEntry("support@default", new QueueTotals(1, 0, 0, 1, 0, 0))
        .containsEntry("sales@default", new QueueTotals(1, 0, 0, 0, 0, 1));
  }

  @Test
  void anAgentWithWhomTheCallerNeverCameTogetherHasNotAnswered() {
    center
        .of("s1", 0, "member-queue-start")
        .of("s1", 5, "bridge-agent-start", ADA)
        .of("s1", 8, "bridge-agent-end", ADA, "CC-Agent-Bridged: false")
        .of("s1", 20, "bridge-agent-start", "CC-Agent: Bo")
        .says(20.1, "agent-state-change", "CC-Agent: Bo", "CC-Agent-State: In a queue call");
    assertThat(center.calls())
        .containsExactly("0 queued s1", "8 declined s1 Ada rejected", "20 answered s1 Bo");
  }

  @Test
  void timesInSecondsAndInMicrosecondsAreNotMixedUp() {
    center.of(
        "s1",
        9.25,
        "member-queue-end",
        ADA,
        "CC-Cause: Terminated",
        "CC-Member-Joined-Time: " + (Callcenter.START + 1),
        "CC-Agent-Answered-Time: " + (Callcenter.START + 4),
        "CC-Member-Leaving-Time: " + (Callcenter.START + 9));
    assertThat(center.calls())
        .containsExactly(
            "1 queued s1", "4 answered s1 Ada", "9.25 ended s1 Ada", "9.25 wrapped_up s1 Ada");
  }

  @Test
  void anOfferThatOthersWonOrTheCallerLeftIsNobodysRefusal() {
    center
        .of("s1", 5, "bridge-agent-fail", ADA, "CC-Hangup-Cause: LOSE_RACE")
        .of("s1", 6, "bridge-agent-fail", ADA, "CC-Hangup-Cause: ORIGINATOR_CANCEL")
        .of("s1", 7, "bridge-agent-fail", ADA, "CC-Hangup-Cause: CALL_REJECTED")
        .of("s1", 8, "bridge-agent-fail", ADA, "CC-Hangup-Cause: NO_ANSWER");
    assertThat(center.calls())
        .containsExactly("7 declined s1 Ada rejected", "8 declined s1 Ada no_answer");
  }

  @Test
  void statusAndStateOfAnAgentAreOneState() {
    center
        .says(0, "agent-state-change", ADA, "CC-Agent-State: Waiting")
        .says(1, "agent-status-change", ADA, "CC-Agent-Status: Available")
        .says(2, "agent-state-change", ADA, "CC-Agent-State: Receiving")
        .says(3, "agent-state-change", ADA, "CC-Agent-State: In a queue call")
        .says(4, "agent-status-change", ADA, "CC-Agent-Status: On Break")
        .says(5, "agent-state-change", ADA, "CC-Agent-State: Waiting")
        .says(6, "agent-status-change", ADA, "CC-Agent-Status: Available (On Demand)")
        .says(7, "agent-state-change", ADA, "CC-Agent-State: Idle")
        .says(8, "agent-status-change", ADA, "CC-Agent-Status: Logged Out");
    assertThat(center.story())
        .containsExactly(
            "1 agent.state Ada available",
            "3 agent.state Ada busy",
            "5 agent.state Ada break",
            "6 agent.state Ada available",
            "7 agent.state Ada away",
            "8 agent.state Ada offline");
  }

  @Test
  void anAgentWhoIsCalledByAUuidMayBeGivenAName() {
    String uuid = "0b9e6a52-6d3c-4f43-9a3b-3a1f2c4d5e6f";
    Callcenter named =
        new Callcenter(new FreeSwitchOptions("fs", Duration.ZERO, Map.of(uuid, "Ada")));
    named.says(0, "agent-status-change", "CC-Agent: " + uuid, "CC-Agent-Status: Available");
    center.says(0, "agent-status-change", "CC-Agent: " + uuid, "CC-Agent-Status: Available");
    assertThat(named.story()).containsExactly("0 agent.state Ada available");
    assertThat(center.story()).containsExactly("0 agent.state " + uuid + " available");
  }

  @Test
  void afterCallWorkThatTheQueueDoesNotAnnounceTakesTheAgentsOwnTime() {
    center.keep(
        center.translator.lists(
            new CallcenterLists(
                "", "", "name|status|state|wrap_up_time\nAda|Available|Waiting|10\n+OK\n", ""),
            Callcenter.at(0)));
    center
        .of("s1", 1, "member-queue-start")
        .of("s1", 2, "bridge-agent-start", ADA)
        .of("s1", 9, "bridge-agent-end", ADA, "CC-Agent-Bridged: true")
        .says(9.1, "agent-state-change", ADA, "CC-Agent-State: Waiting")
        .tick(30);
    assertThat(center.story())
        .containsSubsequence(
            "9 agent.state Ada wrap_up", "19 wrapped_up s1 Ada", "19 agent.state Ada available");
  }

  @Test
  void anotherCoreIsARestart() {
    center
        .of("s1", 5, "member-queue-start")
        .restartedAs("9f000000-0000-4000-8000-000000000002")
        .of("s2", 50, "member-queue-start");
    assertThat(center.calls())
        .containsExactly("5 queued s1", "49.999999 source.restarted", "50 queued s2");
    assertThat(QueueTotals.of(center.events))
        .containsEntry("support@default", new QueueTotals(2, 0, 0, 0, 1, 1));
  }

  @Test
  void theCoreThatAnswersFirstTellsARestartOnlyWhenItHasJustStarted() {
    assertThat(center.translator.core("abc-1", 40, Callcenter.at(100)).events())
        .extracting(event -> event.header().occurredAt())
        .containsExactly(Callcenter.at(60));
    assertThat(center.translator.core("abc-1", 55, Callcenter.at(115)).events()).isEmpty();
    assertThat(Callcenter.center().translator.core("abc-1", 900_000, Callcenter.at(0)).events())
        .isEmpty();
  }

  @Test
  void theListsBecomeSnapshotsAndWhoGaveUpIsNotWaiting() {
    center.of("s9", -60, "member-queue-start");
    center.keep(
        center.translator.lists(
            new CallcenterLists(
                "name|strategy\nsupport@default|ring-all\nempty@default|ring-all\n+OK\n",
                "queue|uuid|session_uuid|cid_number|joined_epoch|rejoined_epoch|state\n"
                    + "support@default|m1|s1|+4930|"
                    + (Callcenter.START - 40)
                    + "|0|Waiting\n"
                    + "support@default|m2|s2|+4931|"
                    + (Callcenter.START - 90)
                    + "|"
                    + (Callcenter.START - 20)
                    + "|Trying\n"
                    + "support@default|m3||+4932|"
                    + (Callcenter.START - 80)
                    + "|0|Abandoned\n"
                    + "support@default|m4|s4|+4933|"
                    + (Callcenter.START - 70)
                    + "|0|Answered\n"
                    + "+OK\n",
                "name|status|state|wrap_up_time|last_status_change\n"
                    + "Ada|On Break|Waiting|0|"
                    + (Callcenter.START - 300)
                    + "\n+OK\n",
                "queue|agent|level|position|state\nsupport@default|Ada|1|1|Ready\n+OK\n"),
            Callcenter.at(0)));
    List<QueueSnapshot> queues =
        center.events.stream()
            .filter(QueueSnapshot.class::isInstance)
            .map(QueueSnapshot.class::cast)
            .toList();
    assertThat(queues)
        .extracting(QueueSnapshot::queue)
        .containsExactly("support@default", "empty@default");
    assertThat(queues.get(0).waiting())
        .containsExactly(
            new QueueSnapshot.Waiting("s1", Callcenter.at(-40)),
            new QueueSnapshot.Waiting("s2", Callcenter.at(-20)));
    assertThat(queues.get(1).waiting()).isEmpty();
    assertThat(center.calls()).contains("-40 queued s1", "-20 queued s2");
    AgentSnapshot agents =
        center.events.stream()
            .filter(AgentSnapshot.class::isInstance)
            .map(AgentSnapshot.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(agents.agents().get(0).queues()).containsExactly("support@default");
    assertThat(agents.agents().get(0).since()).isEqualTo(Callcenter.at(-300));
  }

  @Test
  void whoCameSinceTheListsWereAskedForIsInTheSnapshot() {
    center.of("s1", 5, "member-queue-start");
    center.keep(
        center.translator.lists(
            new CallcenterLists(
                "name|strategy\nsupport@default|x\n+OK\n", "+OK\n", "+OK\n", "+OK\n"),
            Callcenter.at(4)));
    assertThat(
            center.events.stream()
                .filter(QueueSnapshot.class::isInstance)
                .map(event -> ((QueueSnapshot) event).waiting().size()))
        .containsExactly(1);
  }

  @Test
  void otherActionsAndOtherEventsAreIgnoredAndCounted() {
    Map<String, String> heartbeat = new HashMap<>();
    heartbeat.put("Event-Name", "HEARTBEAT");
    center.says(0, "members-count", "CC-Count: 3").says(new EslEvent(heartbeat), 1);
    assertThat(center.ignored).containsOnlyKeys("members-count", "HEARTBEAT");
  }

  @Test
  void theSameEventHasTheSameIdsAndAnotherSequenceHasOthers() {
    Callcenter other = Callcenter.center();
    center.of("s1", 5, "member-queue-start").of("s1", 5, "agent-offering", ADA);
    other.of("s1", 5, "member-queue-start").of("s1", 5, "agent-offering", ADA);
    assertThat(other.events).isEqualTo(center.events);
    assertThat(center.events).extracting(event -> event.header().id()).doesNotHaveDuplicates();
  }

  private static String cancelled(String... headers) {
    Callcenter one = Callcenter.center();
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "CC-Cause: Cancel";
    one.of("s1", 0, "member-queue-start").of("s1", 9, "member-queue-end", all);
    return one.calls().get(1);
  }
}
