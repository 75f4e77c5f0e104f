// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.telephony.QueueTotals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueLogTrapsTest {

  private final Heard heard = Heard.pbx();

  @Test
  void aCallThatIsAnsweredAndEndsIsOneVisitAndOneLeg() {
    heard.lines(
        "0|10.1|sales|NONE|ENTERQUEUE||+4930555|1",
        "12|10.1|sales|Ada|CONNECT|12|10.2|11",
        "40|10.1|sales|Ada|COMPLETECALLER|12|28|1");
    assertThat(heard.story())
        .containsExactly(
            "0 queued 10.1 sales",
            "1 offered 10.1 sales Ada",
            "12 answered 10.1 sales Ada",
            "12 agent.state Ada busy",
            "40 ended 10.1 sales Ada customer",
            "40 wrapped_up 10.1 sales Ada",
            "40 agent.state Ada available");
    InteractionEvent queued = (InteractionEvent) heard.events.get(0);
    assertThat(queued.contact().customer()).isEqualTo("+4930555");
  }

  @Test
  void everyWayOutOfTheQueueIsToldApart() {
    heard.lines(
        "0|1.1|q|NONE|ENTERQUEUE|||1",
        "0|1.2|q|NONE|ENTERQUEUE|||2",
        "0|1.3|q|NONE|ENTERQUEUE|||3",
        "0|1.4|q|NONE|ENTERQUEUE|||4",
        "0|1.5|q|NONE|ENTERQUEUE|||5",
        "1|1.1|q|NONE|ABANDON|1|1|1",
        "2|1.2|q|NONE|EXITWITHTIMEOUT|1|1|2",
        "3|1.3|q|NONE|EXITWITHKEY|9|1|1|3",
        "4|1.4|q|NONE|EXITEMPTY|1|1|4",
        "5|1.5|q|NONE|WITHDRAW|1|1|5|moved by hand");
    assertThat(heard.calls().subList(5, 10))
        .containsExactly(
            "1 abandoned 1.1 q",
            "2 dequeued 1.2 q timeout",
            "3 dequeued 1.3 q exit_key",
            "4 dequeued 1.4 q no_agents",
            "5 dequeued 1.5 q withdrawn");
  }

  @Test
  void aRestartClosesWhoeverWasWaitingAsLostAndNotAsAbandoned() {
    heard.lines(
        "0|NONE|NONE|NONE|QUEUESTART|",
        "5|20.1|sales|NONE|ENTERQUEUE||1|1",
        "90|NONE|NONE|NONE|QUEUESTART|");
    assertThat(heard.calls())
        .containsExactly("0 source.restarted", "5 queued 20.1 sales", "90 source.restarted");
    assertThat(QueueTotals.of(heard.events)).containsValue(new QueueTotals(1, 0, 0, 0, 1, 0));
  }

  @Test
  void aRestartThatIsJoinedToALineCutOffByTheKillIsNotMissed() {
    heard.line(
        Heard.START
            + "|20.1|sales|NONE|ENTERQ"
            + (Heard.START + 9)
            + "|NONE|NONE|NONE|QUEUESTART|");
    assertThat(heard.calls()).containsExactly("9 source.restarted");
  }

  @Test
  void anAttendedTransferGoesOnUnderTheIdOfTheCallThatTheAgentMade() {
    heard.lines(
        "0|243.26|desk|NONE|DID|100",
        "0|243.26|desk|NONE|ENTERQUEUE||101|1",
        "12|243.26|desk|PJSIP/9|CONNECT|12|259.27|11",
        "131|390.30|back|NONE|ENTERQUEUE||9|1",
        "132|390.30|desk|PJSIP/9|ATTENDEDTRANSFER|APP|Queue|12|120|1",
        "138|243.26|back|PJSIP/51|CONNECT|7|390.31|6",
        "311|243.26|back|PJSIP/51|COMPLETEAGENT|7|173|1");
    assertThat(heard.calls())
        .containsExactly(
            "0 queued 243.26 desk",
            "1 offered 243.26 desk PJSIP/9",
            "12 answered 243.26 desk PJSIP/9",
            "131 queued 390.30 back",
            "132 offered 390.30 back PJSIP/51",
            "132 transferred 243.26 desk PJSIP/9",
            "132 wrapped_up 243.26 desk PJSIP/9",
            "138 answered 390.30 back PJSIP/51",
            "311 ended 390.30 back PJSIP/51 agent",
            "311 wrapped_up 390.30 back PJSIP/51");
    assertThat(QueueTotals.of(heard.events))
        .containsEntry("desk", new QueueTotals(1, 1, 0, 0, 0, 0))
        .containsEntry("back", new QueueTotals(1, 1, 0, 0, 0, 0));
  }

  @Test
  void aLinkInAnAttendedTransferShiftsTheFieldsAfterIt() {
    // Nobody saw the call begin, so that everything is in the shifted hold and talk times.
    heard.lines("100|7.1|q|Ada|ATTENDEDTRANSFER|LINK|Local/a;1|Local/b;1|10|30|1");
    assertThat(heard.calls())
        .containsExactly(
            "60 queued 7.1 q", "70 answered 7.1 q Ada",
            "100 transferred 7.1 q Ada", "100 wrapped_up 7.1 q Ada");
  }

  @Test
  void aBridgeInAnAttendedTransferDoesNotShiftThem() {
    heard.lines("100|7.1|q|Ada|ATTENDEDTRANSFER|BRIDGE|8b2e|10|30|1");
    assertThat(heard.calls()).contains("60 queued 7.1 q", "70 answered 7.1 q Ada");
  }

  @Test
  void aTransferIntoAQueueInTheSameSecondIsBeforeTheNewVisit() {
    heard.lines(
        "0|5.1|sales|NONE|ENTERQUEUE|||1",
        "6|5.1|sales|Bo|CONNECT|6|5.2|4",
        "7|5.1|sales|Bo|BLINDTRANSFER|billing|transfer|6|1|2",
        "7|5.1|billing|NONE|ENTERQUEUE|||1",
        "9|5.1|billing|Fay|CONNECT|2|5.3|2",
        "20|5.1|billing|Fay|COMPLETEAGENT|2|11|1");
    assertThat(heard.calls()).contains("7 transferred 5.1 sales Bo", "7.000001 queued 5.1 billing");
    assertThat(QueueTotals.of(heard.events).values())
        .containsOnly(new QueueTotals(1, 1, 0, 0, 0, 0));
  }

  @Test
  void theEndOfAServiceThatIsWrittenAfterTheNextVisitHappenedBeforeIt() {
    heard.lines(
        "0|5.1|sales|NONE|ENTERQUEUE|||1",
        "6|5.1|sales|Bo|CONNECT|6|5.2|4",
        "7|5.1|billing|NONE|ENTERQUEUE|||1",
        "7|5.1|sales|Bo|BLINDTRANSFER|billing|transfer|6|1|2",
        "9|5.1|billing|NONE|ABANDON|1|1|2");
    assertThat(heard.calls())
        .containsSubsequence(
            "6.999999 transferred 5.1 sales Bo", "7 queued 5.1 billing", "9 abandoned 5.1 billing");
  }

  @Test
  void aTimeoutThatOverflowsIntoTheSameQueueInTheSameSecondIsTwoVisits() {
    heard.lines(
        "0|5.1|q|NONE|ENTERQUEUE|||1",
        "30|5.1|q|NONE|EXITWITHTIMEOUT|1|1|30",
        "30|5.1|q|NONE|ENTERQUEUE|||1",
        "35|5.1|q|NONE|ABANDON|1|1|5");
    assertThat(QueueTotals.of(heard.events)).containsEntry("q", new QueueTotals(2, 0, 1, 1, 0, 0));
  }

  @Test
  void anAnswerInTheSecondInWhichAnotherDeclinedKeepsItsWholeSecond() {
    heard.lines(
        "0|5.1|q|NONE|ENTERQUEUE|||1",
        "20|5.1|q|Bo|RINGNOANSWER|15000",
        "20|5.1|q|Ada|CONNECT|20|5.2|0");
    // Twenty seconds are within a threshold of twenty seconds.
    assertThat(heard.calls()).contains("20 answered 5.1 q Ada");
  }

  @Test
  void ringTimesAreSecondsInConnectAndMillisecondsInRingNoAnswer() {
    heard.lines(
        "0|5.1|q|NONE|ENTERQUEUE|||1",
        "20|5.1|q|Bo|RINGNOANSWER|15000",
        "30|5.1|q|Ada|CONNECT|30|5.2|9",
        "31|5.9|q|Eli|RINGCANCELED|7507");
    assertThat(heard.calls())
        .contains("5 offered 5.1 q Bo", "20 declined 5.1 q Bo no_answer")
        .contains("21 offered 5.1 q Ada")
        // Ringing that stops because the caller went away is nobody's refusal.
        .contains("23.493 offered 5.9 q Eli")
        .noneMatch(line -> line.contains("declined 5.9"));
  }

  @Test
  void anAgentWhoHangsUpOnTheCallerBeforeTheyTalkHasDeclined() {
    heard.lines("0|5.1|q|NONE|ENTERQUEUE|||1", "9|5.1|q|Bo|AGENTDUMP|");
    assertThat(heard.calls()).contains("9 declined 5.1 q Bo rejected");
  }

  @Test
  void aPauseOfAllQueuesIsOneBreakWithItsReason() {
    heard.lines(
        "0|NONE|NONE|Eli|PAUSEALL|lunch",
        "0|NONE|sales|Eli|PAUSE|lunch",
        "0|NONE|support|Eli|PAUSE|lunch",
        "60|NONE|NONE|Eli|UNPAUSEALL|",
        "60|NONE|sales|Eli|UNPAUSE|",
        "60|NONE|support|Eli|UNPAUSE|");
    assertThat(heard.story())
        .containsExactly("0 agent.state Eli break lunch", "60 agent.state Eli available");
  }

  @Test
  void theReasonOfAPauseSaysWhatKindItIs() {
    heard.lines(
        "0|NONE|q|Eli|PAUSE|Training", "1|NONE|q|Eli|UNPAUSE|", "2|NONE|q|Eli|PAUSE|meeting");
    assertThat(heard.story())
        .containsExactly(
            "0 agent.state Eli training Training",
            "1 agent.state Eli available",
            "2 agent.state Eli meeting meeting");
  }

  @Test
  void whoIsPausedInOneOfTwoQueuesIsStillAtWork() {
    heard.lines(
        "0|CLI|sales|Eli|ADDMEMBER|",
        "0|CLI|support|Eli|ADDMEMBER|",
        "5|NONE|sales|Eli|PAUSE|paperwork",
        "6|NONE|support|Eli|PAUSE|paperwork",
        "9|CLI|sales|Eli|REMOVEMEMBER|",
        "9|CLI|support|Eli|REMOVEMEMBER|");
    assertThat(heard.story())
        .containsExactly(
            "0 agent.state Eli available",
            "6 agent.state Eli break paperwork",
            "9 agent.state Eli offline");
  }

  @Test
  void afterCallWorkEndsByItselfBecauseNobodyAnnouncesIt() {
    Heard slow = new Heard(AsteriskOptions.of("pbx").withWrapUp(Duration.ofSeconds(4)));
    slow.lines(
        "0|5.1|q|NONE|ENTERQUEUE|||1",
        "2|5.1|q|Bo|CONNECT|2|5.2|1",
        "9|5.1|q|Bo|COMPLETEAGENT|2|7|1",
        "20|6.1|q|NONE|ENTERQUEUE|||1");
    assertThat(slow.story())
        .containsSubsequence(
            "9 ended 5.1 q Bo agent",
            "9 agent.state Bo wrap_up",
            "13 wrapped_up 5.1 q Bo",
            "13 agent.state Bo available");
  }

  @Test
  void aDialectTellsHowLongAfterCallWorkTakes() {
    heard.lines("0|NONE|q|Bo|WRAPUPSTART|15", "30|6.1|q|NONE|ENTERQUEUE|||1");
    assertThat(heard.story()).startsWith("0 agent.state Bo wrap_up", "15 agent.state Bo available");
  }

  @Test
  void linesOfNoConcernAreIgnoredAndCounted() {
    heard.lines(
        "0|5.1|q|NONE|DID|100",
        "0|5.1|q|NONE|JOINEMPTY|",
        "0|5.2|q|NONE|LEAVEEMPTY|1|1|0",
        "0|NONE|NONE|NONE|CONFIGRELOAD|",
        "0|5.1|q|Bo|SOMETHINGNEW|1|2|3");
    assertThat(heard.events).isEmpty();
    assertThat(heard.ignored)
        .containsOnlyKeys("DID", "JOINEMPTY", "LEAVEEMPTY", "CONFIGRELOAD", "SOMETHINGNEW");
  }

  @Test
  void whatIsNoLineIsRefusedWithoutRepeatingIt() {
    heard.line("+493055501 was here").line("").line("x|y|z|u|v|");
    assertThat(heard.refused).isEqualTo(3);
  }

  @Test
  void anEndWhoseBeginningIsNotInTheLogBeginsWhereItsHoldTimeSays() {
    heard.lines("100|5.1|q|NONE|ABANDON|1|1|25", "100|5.2|q|Ada|CONNECT|40|5.3|3");
    assertThat(heard.calls())
        .containsExactly(
            "60 queued 5.2 q",
            "75 queued 5.1 q",
            "97 offered 5.2 q Ada",
            "100 answered 5.2 q Ada",
            "100 abandoned 5.1 q");
  }

  @Test
  void theSameLineAtTheSameOffsetHasTheSameIdsAndOneOfALaterFileHasOthers() {
    List<Event> first = ids(0, "1780300800|5.1|q|NONE|ENTERQUEUE|||1");
    List<Event> again = ids(0, "1780300800|5.1|q|NONE|ENTERQUEUE|||1");
    List<Event> later = ids(0, "1780300900|5.1|q|NONE|ENTERQUEUE|||1");
    List<Event> twice = ids(38, "1780300800|5.1|q|NONE|ENTERQUEUE|||1");
    assertThat(again).isEqualTo(first);
    assertThat(later.get(0).header().id()).isNotEqualTo(first.get(0).header().id());
    assertThat(twice.get(0).header().id()).isNotEqualTo(first.get(0).header().id());
  }

  @Test
  void aStateThatWasWrittenDownGoesOnAsIfNothingHadBeen() throws IOException {
    byte[] log = Heard.recording("queue_log");
    List<String> lines =
        List.of(new String(log, java.nio.charset.StandardCharsets.UTF_8).split("\n"));
    PbxState kept = new PbxState();
    PbxState interrupted = new PbxState();
    AsteriskOptions options = AsteriskOptions.of("pbx").withWrapUp(Duration.ofSeconds(4));
    long offset = 0;
    for (String line : lines) {
      var whole = new QueueLogEvents(options, kept).on(line, offset).events();
      interrupted = PbxState.of(interrupted.bytes());
      assertThat(new QueueLogEvents(options, interrupted).on(line, offset).events())
          .isEqualTo(whole);
      offset += line.length() + 1;
    }
  }

  private static List<Event> ids(long offset, String line) {
    return new QueueLogEvents(AsteriskOptions.of("pbx"), new PbxState()).on(line, offset).events();
  }
}
