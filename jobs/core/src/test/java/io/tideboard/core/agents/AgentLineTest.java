// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import static io.tideboard.core.agents.Shift.at;
import static io.tideboard.core.agents.Shift.done;
import static io.tideboard.core.agents.Shift.open;
import static io.tideboard.events.AgentState.AVAILABLE;
import static io.tideboard.events.AgentState.BREAK;
import static io.tideboard.events.AgentState.BUSY;
import static io.tideboard.events.AgentState.MEETING;
import static io.tideboard.events.AgentState.OFFLINE;
import static io.tideboard.events.AgentState.TRAINING;
import static io.tideboard.events.AgentState.WRAP_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.AgentState;
import io.tideboard.events.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent does, from what is claimed and what is served. */
class AgentLineTest {

  private final Shift shift = new Shift();

  @Test
  void anAgentWhoTalksIsBusyWhateverIsClaimed() {
    shift.told(0, AVAILABLE, "sales").serves(open("sales", "voice", 10));
    assertThat(shift.state(9)).isEqualTo(AVAILABLE);
    assertThat(shift.state(10)).isEqualTo(BUSY);
    shift.told(20, BREAK);
    assertThat(shift.state(30)).isEqualTo(BUSY);
    assertThat(shift.status(30).doing().told()).isEqualTo(BREAK);
  }

  @Test
  void aChatBeatsTheClaimToBeAvailableAndNoPause() {
    shift.told(0, AVAILABLE, "sales").serves(open("sales", "chat", 10));
    assertThat(shift.state(10)).isEqualTo(BUSY);
    shift.paused(20, BREAK, "lunch");
    assertThat(shift.state(20)).isEqualTo(BREAK);
    shift.told(40, WRAP_UP);
    assertThat(shift.state(40)).isEqualTo(BUSY);
  }

  @Test
  void wrapUpThatIsNotClaimedIsShownForAsLongAsItLasted() {
    shift.told(0, AVAILABLE, "sales").serves(done("sales", "voice", 10, 60, 75));
    assertThat(shift.state(59)).isEqualTo(BUSY);
    assertThat(shift.state(60)).isEqualTo(WRAP_UP);
    assertThat(shift.state(75)).isEqualTo(AVAILABLE);
    shift.told(70, WRAP_UP);
    assertThat(shift.state(100)).isEqualTo(WRAP_UP);
  }

  @Test
  void aSignOffBeatsTheContactsThatAreStillOpen() {
    shift.told(0, AVAILABLE, "sales").serves(open("sales", "email", 10)).told(100, OFFLINE);
    assertThat(shift.state(100)).isEqualTo(OFFLINE);
    assertThat(shift.status(100).interactions()).isEqualTo(Map.of("email", 1));
    assertThat(shift.team("sales", 200).agents()).isEmpty();
  }

  @Test
  void whoAnswersWithoutHavingSignedInIsShownAndNotCounted() {
    shift.serves(open("sales", "voice", 10));
    assertThat(shift.state(10)).isEqualTo(BUSY);
    assertThat(shift.status(10).doing().told()).isNull();
    TeamStatus team = shift.team("sales", 100);
    assertThat(team.agents()).isEqualTo(Map.of(BUSY, 1));
    assertThat(team.today().isEmpty()).isTrue();
    assertThat(TeamKpi.OCCUPANCY.of(team.today())).isNull();
    shift.served(open("sales", "voice", 10), null);
    assertThat(shift.state(10)).isEqualTo(OFFLINE);
  }

  @Test
  void whoAnswersAfterTheSignOffIsThereAgain() {
    shift.told(0, AVAILABLE, "sales").told(10, OFFLINE).serves(open("claims", "voice", 20));
    assertThat(shift.state(15)).isEqualTo(OFFLINE);
    assertThat(shift.state(20)).isEqualTo(BUSY);
    assertThat(shift.line.at(at(20)).queues()).containsExactly("sales");
  }

  @Test
  void theReasonOfAPauseAndItsBeginAreKnown() {
    shift.told(0, AVAILABLE, "sales").paused(60, BREAK, "lunch").paused(90, BREAK, "lunch");
    AgentStatus.Doing doing = shift.status(120).doing();
    assertThat(doing.state()).isEqualTo(BREAK);
    assertThat(doing.reason()).isEqualTo("lunch");
    assertThat(doing.since()).isEqualTo(at(60));
    shift.paused(130, BREAK, "coffee");
    assertThat(shift.status(140).doing().since()).isEqualTo(at(130));
  }

  @Test
  void theDayIsKnownByStateAndByReasonOfPause() {
    shift.told(0, AVAILABLE, "sales");
    assertThat(shift.status(10).today().states()).isEqualTo(Map.of(AVAILABLE, seconds(10)));
    shift.paused(60, BREAK, "lunch").told(90, TRAINING).told(100, AVAILABLE);
    shift.serves(done("sales", "voice", 110, 130, 135)).paused(200, BREAK, "lunch");
    AgentStatus.Day day = shift.status(210).today();
    assertThat(day.states())
        .isEqualTo(
            Map.of(
                AVAILABLE, seconds(60 + 10 + 65),
                BUSY, seconds(20),
                WRAP_UP, seconds(5),
                BREAK, seconds(40),
                TRAINING, seconds(10)));
    assertThat(day.pauses()).isEqualTo(Map.of("lunch", seconds(40), "", seconds(10)));
    assertThat(day.states().values().stream().mapToLong(each -> each).sum())
        .as("the states add up to the time signed in")
        .isEqualTo(seconds(210));
    shift.told(150, MEETING);
    assertThat(shift.status(210).today().states().get(MEETING)).isEqualTo(seconds(50));
  }

  @Test
  void aNewDayBeginsWithWhatIsOn() {
    shift.told(0, AVAILABLE, "sales").paused(15 * 3600 - 100, BREAK, "nap");
    assertThat(shift.status(15 * 3600 + 20).today().states()).isEqualTo(Map.of(BREAK, seconds(20)));
    assertThat(shift.status(15 * 3600 + 20).today().pauses()).isEqualTo(Map.of("nap", seconds(20)));
  }

  @Test
  void aForgottenSignOffEndsAfterTheLongestShift() {
    shift.told(0, AVAILABLE, "sales");
    assertThat(shift.line.wakeAt()).isEqualTo(at(16 * 3600));
    shift.wakes(16 * 3600 - 1);
    assertThat(shift.state(17 * 3600)).isEqualTo(AVAILABLE);
    shift.wakes(16 * 3600);
    assertThat(shift.state(16 * 3600 - 1)).isEqualTo(AVAILABLE);
    assertThat(shift.state(16 * 3600)).isEqualTo(OFFLINE);
    assertThat(repairs(Repair.FORGOTTEN_SIGN_OFF)).isEqualTo(1);
    shift.told(24 * 3600, BREAK);
    assertThat(shift.state(24 * 3600)).isEqualTo(BREAK);
    assertThat(shift.line.wakeAt()).isEqualTo(at(40 * 3600));
  }

  @Test
  void aSignOffThatComesLateWasNotForgotten() {
    shift.told(0, AVAILABLE, "sales").wakes(16 * 3600).told(8 * 3600, OFFLINE);
    assertThat(repairs(Repair.FORGOTTEN_SIGN_OFF)).isZero();
    assertThat(shift.state(9 * 3600)).isEqualTo(OFFLINE);
  }

  @Test
  void theNextShiftShowsThatASignOffWasForgotten() {
    shift.told(0, AVAILABLE, "sales").told(23 * 3600, AVAILABLE);
    assertThat(shift.state(17 * 3600)).isEqualTo(OFFLINE);
    assertThat(repairs(Repair.FORGOTTEN_SIGN_OFF)).isEqualTo(1);
  }

  @Test
  void anAgentWhomThePlatformsListMissesIsGone() {
    shift.told(0, AVAILABLE, "sales").missed(100, "acd");
    assertThat(shift.state(99)).isEqualTo(AVAILABLE);
    assertThat(shift.state(100)).isEqualTo(OFFLINE);
    assertThat(repairs(Repair.GHOST)).isEqualTo(1);
    shift.missed(200, "acd").told(150, BUSY);
    assertThat(shift.state(199)).isEqualTo(BUSY);
    assertThat(shift.state(200)).isEqualTo(OFFLINE);
    assertThat(repairs(Repair.GHOST)).isEqualTo(2);
  }

  @Test
  void anotherPlatformsListSaysNothingAboutTheAgent() {
    shift.told(0, AVAILABLE, "sales").missed(100, "chat-desk");
    assertThat(shift.state(100)).isEqualTo(AVAILABLE);
    shift.missed(-10, "acd").told(200, OFFLINE).missed(300, "acd");
    assertThat(repairs(Repair.GHOST)).isZero();
  }

  @Test
  void aListThatWasNotSeenYetIsSeenByALateEvent() {
    shift.missed(100, "acd").told(50, AVAILABLE, "sales");
    assertThat(shift.state(99)).isEqualTo(AVAILABLE);
    assertThat(shift.state(100)).isEqualTo(OFFLINE);
  }

  @Test
  void aListRepairsAStateThatNoEventTold() {
    shift.told(0, AVAILABLE, "sales").listed(100, "acd", BREAK, 60);
    assertThat(shift.state(59)).isEqualTo(AVAILABLE);
    assertThat(shift.state(60)).isEqualTo(BREAK);
    assertThat(repairs(Repair.MISSED_STATE)).isEqualTo(1);
    shift.listed(200, "acd", BREAK, 60);
    assertThat(repairs(Repair.MISSED_STATE)).isEqualTo(1);
    shift.told(60, BREAK);
    assertThat(repairs(Repair.MISSED_STATE)).as("the event came, late").isZero();
  }

  @Test
  void aListThatAgreesChangesNothingAndKeepsTheReason() {
    shift.paused(0, BREAK, "lunch").listed(100, "acd", BREAK, 0);
    assertThat(shift.line.at(at(100)).reason()).isEqualTo("lunch");
    assertThat(shift.line.at(at(100)).state()).isEqualTo(BREAK);
  }

  @Test
  void aLaterListThatNamesTheAgentAgainShowsThatSheNeverLeft() {
    shift.told(0, AVAILABLE, "sales").listed(50, "acd", AVAILABLE, 0).missed(100, "acd");
    assertThat(shift.state(150)).isEqualTo(OFFLINE);
    shift.listed(200, "acd", AVAILABLE, 0);
    assertThat(shift.state(150)).isEqualTo(AVAILABLE);
    assertThat(repairs(Repair.GHOST)).isZero();
    shift.missed(150, "acd");
    assertThat(shift.state(160)).isEqualTo(AVAILABLE);
    shift.missed(300, "acd");
    assertThat(shift.state(300)).isEqualTo(OFFLINE);
  }

  @Test
  void theLatestListSaysWhichQueuesAreServed() {
    shift.listed(100, "acd", AVAILABLE, 0, "sales").listed(300, "acd", AVAILABLE, 0, "claims");
    assertThat(shift.line.at(at(50)).queues()).containsExactly("claims");
    shift.listed(200, "acd", AVAILABLE, 0, "billing");
    assertThat(shift.line.at(at(50)).queues()).containsExactly("claims");
    assertThat(shift.team("sales", 60).agents()).isEmpty();
    assertThat(shift.team("claims", 60).agents()).isEqualTo(Map.of(AVAILABLE, 1));
  }

  @Test
  void whatCameTwiceCountsOnce() {
    var event = shift.event(0, AVAILABLE, null, Map.of(), "sales");
    shift.told(event).told(event);
    assertThat(shift.team("sales", 10).agents()).isEqualTo(Map.of(AVAILABLE, 1));
  }

  @Test
  void anAgentWithoutQueuesBelongsToThoseServedInTheShift() {
    shift.told(0, AVAILABLE).serves(done("sales", "voice", 10, 20, 20));
    assertThat(shift.line.at(at(9)).queues()).isEmpty();
    assertThat(shift.line.at(at(100)).queues()).containsExactly("sales");
    shift.serves(open("claims", "voice", 50));
    assertThat(shift.line.at(at(100)).queues()).containsExactly("claims", "sales");
    shift.told(200, OFFLINE).told(300, AVAILABLE);
    assertThat(shift.line.at(at(300)).queues()).isEmpty();
  }

  @Test
  void theShareTakenIsThatOfTheCapacityOnEachChannel() {
    shift.told(shift.event(0, AVAILABLE, null, Map.of(Channel.CHAT, 4, Channel.EMAIL, 0), "sales"));
    shift.serves(open("sales", "chat", 10));
    assertThat(shift.line.at(at(10)).parts()).isEqualTo(Capacity.WHOLE / 4);
    shift.serves(open("sales", "sms", 20));
    assertThat(shift.line.at(at(20)).parts()).isEqualTo(Capacity.WHOLE / 4 + Capacity.WHOLE / 3);
    shift.serves(open("sales", "email", 30));
    assertThat(shift.line.at(at(30)).parts()).isEqualTo(Capacity.WHOLE);
    shift.told(40, AVAILABLE).told(40, BUSY);
    assertThat(shift.line.at(at(5)).parts()).isZero();
  }

  @Test
  void whatComesTooLateIsCountedAndLeftOut() {
    shift.told(0, AVAILABLE, "sales");
    shift.line.advance(at(10 * 3600));
    shift.line.advance(Long.MIN_VALUE);
    shift.line.advance(at(48 * 3600));
    shift.told(3600, BREAK).listed(7200, "acd", TRAINING, 5000);
    assertThat(shift.state(3600)).isEqualTo(AVAILABLE);
    assertThat(repairs(Repair.TOO_LATE)).isEqualTo(1);
    shift.served(open("sales", "voice", 5), done("sales", "voice", 5, 10, 10));
    assertThat(repairs(Repair.TOO_LATE)).isEqualTo(2);
  }

  @Test
  void aListThatTellsOfTimesForgottenHoldsFromItselfOn() {
    shift.told(0, OFFLINE, "sales");
    shift.line.advance(at(48 * 3600));
    shift.listed(47 * 3600, "acd", AVAILABLE, 3600);
    assertThat(shift.state(46 * 3600)).isEqualTo(OFFLINE);
    assertThat(shift.state(47 * 3600)).isEqualTo(AVAILABLE);
    shift.listed(48 * 3600, "acd", AVAILABLE, 3600).missed(20 * 3600, "acd");
    assertThat(repairs(Repair.MISSED_STATE)).isEqualTo(1);
  }

  @Test
  void todayIsWholeAfterARestartAlsoWhereLittleMayBeLate() throws IOException {
    Shift strict = new Shift(new AgentTerms(Duration.ofHours(3), Duration.ofHours(3), Map.of()));
    for (int half = 0; half < 40; half++) {
      strict.told(half * 1800, half % 2 == 0 ? AVAILABLE : OFFLINE, "sales");
      strict.serves(done("sales", "voice", half * 1800, half * 1800 + 60, half * 1800 + 60));
    }
    strict.line.advance(at(20 * 3600));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    strict.line.write(new DataOutputStream(bytes));
    AgentLine restored =
        AgentLine.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(restored.status(Shift.ADA, at(20 * 3600), at(0)).today().states())
        .isEqualTo(Map.of(AVAILABLE, 20 * 1740 * Micros.SECOND, BUSY, 20 * 60 * Micros.SECOND));
  }

  @Test
  void oldHistoryIsFoldedAndChangesNothing() throws IOException {
    shift.told(shift.event(0, AVAILABLE, null, Map.of(Channel.VOICE, 2), "sales"));
    for (int hour = 1; hour < 40; hour++) {
      shift.told(hour * 3600, hour % 2 == 0 ? AVAILABLE : OFFLINE);
      shift.serves(done("sales", "voice", hour * 3600, hour * 3600 + 60, hour * 3600 + 70));
    }
    Activity before = shift.line.at(at(39 * 3600 - 1));
    shift.line.advance(at(58 * 3600));
    assertThat(shift.line.at(at(39 * 3600 - 1))).isEqualTo(before);
    assertThat(shift.line.at(at(3600)).told()).isNull();
    shift.restarts();
    assertThat(shift.line.at(at(39 * 3600 - 1))).isEqualTo(before);
    assertThat(shift.line.over(at(80 * 3600))).isTrue();
  }

  @Test
  void anAgentIsForgottenADayAfterTheLastThingKnown() {
    shift.told(0, AVAILABLE, "sales");
    assertThat(shift.line.over(at(100 * 3600))).as("signed in").isFalse();
    shift.serves(open("sales", "email", 10)).told(100, OFFLINE);
    assertThat(shift.line.over(at(100 * 3600))).as("a contact in progress").isFalse();
    shift.served(open("sales", "email", 10), done("sales", "email", 10, 200, 200));
    assertThat(shift.line.wakeAt()).isEqualTo(at(200 + 24 * 3600));
    assertThat(shift.line.over(at(200 + 24 * 3600 - 1))).isFalse();
    assertThat(shift.line.over(at(200 + 24 * 3600))).isTrue();
  }

  @Test
  void aRestartChangesNothing() throws IOException {
    Shift other =
        new Shift(new AgentTerms(Duration.ofHours(10), Duration.ofHours(30), Map.of("fax", 2)));
    for (Shift each : new Shift[] {shift, other}) {
      each.told(each.event(0, AVAILABLE, null, Map.of(Channel.CHAT, 2), "sales"))
          .listed(60, "acd", AVAILABLE, 0, "sales", "claims")
          .serves(open("sales", "chat", 20))
          .serves(done("sales", "voice", 30, 40, 50))
          .paused(70, BREAK, "lunch")
          .missed(500, "acd");
      AgentStatus status = each.status(600);
      Activity activity = each.line.at(at(45));
      each.restarts();
      assertThat(each.status(600)).isEqualTo(status);
      assertThat(each.line.at(at(45))).isEqualTo(activity);
      assertThat(each.line.wakeAt()).isEqualTo(at(500) + lateness(each));
      each.told(800, AgentState.AWAY);
      assertThat(each.line.at(at(800)).queues()).containsExactly("sales", "claims");
    }
  }

  private static long lateness(Shift shift) {
    return Micros.of(shift.terms().allowedLateness());
  }

  private long repairs(Repair repair) {
    return shift.team("sales", 1).repairs().get(repair.ordinal());
  }

  private static long seconds(long seconds) {
    return seconds * Micros.SECOND;
  }
}
