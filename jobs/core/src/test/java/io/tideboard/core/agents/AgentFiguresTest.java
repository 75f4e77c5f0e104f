// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.agents;

import static io.tideboard.core.agents.Shift.ADA;
import static io.tideboard.core.agents.Shift.NINE;
import static io.tideboard.core.agents.Shift.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.results.QueueStatus.Freshness;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.EventHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What travels, what is published, and what is refused. */
class AgentFiguresTest {

  private static final HandledLeg LEG =
      new HandledLeg(
          "sales",
          "voice",
          ADA,
          at(0),
          at(10),
          QueueVisit.OPEN,
          HandledLeg.NOT_WRAPPED_UP,
          false,
          false,
          false,
          false,
          List.of());

  @Test
  void aLegThatMovesToAnotherAgentIsTakenBackFromTheFirst() throws IOException {
    assertThat(told(null, LEG)).containsExactly(new Served(ADA, null, ServedLeg.of(LEG)));
    assertThat(told(LEG, of("ben")))
        .containsExactly(
            new Served(ADA, ServedLeg.of(LEG), null), new Served("ben", null, ServedLeg.of(LEG)));
    assertThat(told(LEG, null)).containsExactly(new Served(ADA, ServedLeg.of(LEG), null));
    assertThat(told(LEG, LEG)).as("nothing that matters here").isEmpty();
    assertThat(told(of(null), of(null))).as("nobody knows whose").isEmpty();
  }

  @Test
  void aChangeOfALegMattersFromWhereItDiffers() {
    ServedLeg open = Shift.open("sales", "voice", 10);
    ServedLeg ended = Shift.done("sales", "voice", 10, 50, 50);
    assertThat(open.firstDifference(ended)).isEqualTo(at(50));
    assertThat(ended.firstDifference(Shift.done("sales", "voice", 10, 50, 60))).isEqualTo(at(50));
    assertThat(ended.firstDifference(Shift.done("claims", "voice", 10, 50, 50))).isEqualTo(at(10));
    assertThat(ended.firstDifference(Shift.done("sales", "chat", 10, 50, 50))).isEqualTo(at(10));
    assertThat(ended.firstDifference(Shift.done("sales", "voice", 5, 50, 50))).isEqualTo(at(5));
  }

  @Test
  void whatIsPublishedIsReadAsItWas() {
    TeamTimes times = new TeamTimes();
    for (TeamMeasure measure : TeamMeasure.values()) {
      times.add(measure, 17 * measure.ordinal());
    }
    AgentStatus agent =
        new AgentStatus(
            ADA,
            new Freshness(7, at(3)),
            new AgentStatus.Doing(
                AgentState.BREAK, AgentState.BREAK, "lunch", at(1), List.of("sales", "claims")),
            Map.of("chat", 2),
            new AgentStatus.Day(Map.of(AgentState.BREAK, 5L), Map.of("lunch", 5L)));
    AgentStatus unknown =
        new AgentStatus(
            ADA,
            new Freshness(1, at(3)),
            new AgentStatus.Doing(AgentState.BUSY, null, null, at(1), List.of()),
            Map.of(),
            new AgentStatus.Day(Map.of(), Map.of()));
    assertThat(AgentResults.readAgent(AgentResults.write(agent))).isEqualTo(agent);
    assertThat(AgentResults.readAgent(AgentResults.write(unknown))).isEqualTo(unknown);
    for (OptionalInt scheduled : List.of(OptionalInt.empty(), OptionalInt.of(3))) {
      TeamStatus team =
          new TeamStatus(
              "a/b",
              new Freshness(7, at(3)),
              Map.of(AgentState.WRAP_UP, 2),
              scheduled,
              List.of(1L, 2L, 3L, 4L),
              times,
              List.of(times, new TeamTimes(), times, times));
      assertThat(AgentResults.readTeam(AgentResults.write(team))).isEqualTo(team);
    }
    TeamRow row = new TeamRow("a/b", at(0), 15, 9, times);
    assertThat(AgentResults.readRow(AgentResults.write(row))).isEqualTo(row);
    assertThat(times.hashCode()).isEqualTo(times.copy().hashCode());
    assertThat(times).hasToString(times.copy().toString()).asString().contains("takenParts=");
  }

  @Test
  void teamsStandUnderKeysOfTheirOwn() {
    TeamRow row = new TeamRow("a/b", at(0), 15, 9, new TeamTimes());
    assertThat(row.wire()).isEqualTo("a/b/*/2026-03-02T09:00:00Z/event");
    assertThat(AgentResults.rowOfTeam(row.wire())).isTrue();
    assertThat(AgentResults.rowOfTeam("a/voice/2026-03-02T09:00:00Z/event")).isFalse();
    assertThat(AgentResults.rowOfTeam("nothing")).isFalse();
    assertThat(AgentResults.ofTeam("a/b/*")).isTrue();
    assertThat(AgentResults.ofTeam("a/voice")).isFalse();
    assertThat(AgentResults.queueOf("a/b/*")).isEqualTo("a/b");
    assertThatThrownBy(() -> AgentResults.readTeam(new byte[] {'{'}))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void everyIndicatorSaysWhatItMeansAndIsNullWithoutData() {
    for (TeamKpi kpi : TeamKpi.values()) {
      assertThat(kpi.of(new TeamTimes())).as(kpi.wire()).isNull();
      assertThat(kpi.definition()).isNotBlank();
    }
    for (TeamMeasure measure : TeamMeasure.values()) {
      assertThat(measure.wire()).doesNotContain("_");
    }
  }

  @Test
  void rollsAreSharedCutOffAndForgotten() throws IOException {
    Rolls rolls = new Rolls();
    rolls.remember(roll(0, "ada", "ben"));
    rolls.remember(roll(60, "ada", "ben"));
    rolls.remember(roll(120, "ben"));
    rolls.remember(roll(120, "cyd"));
    assertThat(rolls.size()).isEqualTo(3);
    assertThat(rolls.firstWithout("acd", "ada", at(0))).isEqualTo(at(120));
    assertThat(rolls.firstWithout("acd", "cyd", at(0))).isEqualTo(at(60));
    assertThat(rolls.firstWithout("acd", "ben", at(0))).isEqualTo(AgentLine.NEVER);
    assertThat(rolls.firstWithout("other", "ada", at(0))).isEqualTo(AgentLine.NEVER);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    rolls.write(new DataOutputStream(bytes));
    Rolls read = new Rolls();
    read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.size()).isEqualTo(3);
    assertThat(read.firstWithout("acd", "ada", at(0))).isEqualTo(at(120));
    read.forgetBefore(at(60));
    assertThat(read.size()).isEqualTo(2);
    read.forgetBefore(at(500));
    assertThat(read.size()).isZero();

    rolls.remember(
        roll(300, IntStream.range(0, 10_000).mapToObj(i -> "a" + i).toArray(String[]::new)));
    assertThat(rolls.size()).as("who is missing may have been cut off").isEqualTo(3);
  }

  @Test
  void aRollIsReadFromItsEvent() {
    AgentSnapshot event =
        new AgentSnapshot(new EventHeader("l1", "acd", NINE), roll(0, ADA).agents());
    assertThat(Rolls.Roll.of(event)).isEqualTo(roll(0, ADA));
  }

  @Test
  void termsThatSayTheSameAreTheSame() {
    AgentTerms wordy =
        new AgentTerms(
            Duration.ofHours(16),
            Duration.ofHours(24),
            Map.of("voice", 1, "video", 1, "in_person", 1, "chat", 3));
    assertThat(wordy).isEqualTo(AgentTerms.DEFAULT);
    assertThat(wordy.within(Duration.ofHours(1)).allowedLateness()).isEqualTo(Duration.ofHours(16));
    assertThat(wordy.within(Duration.ofDays(30)).allowedLateness()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void termsThatMakeNoSenseAreRefusedByName() {
    assertThatThrownBy(() -> new AgentTerms(Duration.ZERO, Duration.ofHours(24), Map.of()))
        .hasMessageContaining("maxShift");
    assertThatThrownBy(() -> new AgentTerms(Duration.ofHours(2), Duration.ofHours(1), Map.of()))
        .hasMessageContaining("PT1H as allowedLateness");
    assertThatThrownBy(
            () -> new AgentTerms(Duration.ofHours(2), Duration.ofHours(2), Map.of("chat", 0)))
        .hasMessageContaining("0 as capacity.chat");
  }

  @Test
  void deltasTravel() throws IOException {
    TeamBatch batch = new TeamBatch();
    for (int i = 0; i < 9; i++) {
      batch.turned(
          at(i),
          Activity.NONE,
          new Activity(AgentState.BUSY, true, 840, List.of("sales"), AgentState.BUSY, null),
          i % 2 == 0 ? 1 : -1);
    }
    batch.repaired(Repair.GHOST, List.of("sales"), 3);
    assertThat(batch.size()).isEqualTo(10);
    List<TeamDelta> drained = new ArrayList<>();
    batch.drain((queue, delta) -> drained.add(delta));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    drained.get(0).write(new DataOutputStream(bytes));
    TeamDelta read =
        TeamDelta.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.size()).isEqualTo(9);
    assertThat(read.times(0)).isEqualTo(1);
    assertThat(read.times(1)).isEqualTo(-1);
    assertThat(read.at(8)).isEqualTo(at(8));
    assertThat(TeamDelta.kind(read.after(3))).isEqualTo(TeamKind.BUSY);
    assertThat(TeamDelta.parts(read.after(3))).isEqualTo(840);
    assertThat(TeamDelta.kind(read.before(3))).isEqualTo(TeamKind.NONE);
    assertThat(read.repairs(Repair.GHOST)).isEqualTo(3);
    batch.drain((queue, delta) -> drained.add(delta));
    assertThat(drained).as("nothing more").hasSize(1);
  }

  private static Rolls.Roll roll(int second, String... agents) {
    List<AgentSnapshot.Standing> standings = new ArrayList<>();
    for (String agent : agents) {
      standings.add(new AgentSnapshot.Standing(agent, AgentState.AVAILABLE, NINE, List.of()));
    }
    return new Rolls.Roll("acd", at(second), standings);
  }

  private static HandledLeg of(String agent) {
    return new HandledLeg(
        LEG.queue(),
        LEG.channel(),
        agent,
        LEG.offeredAt(),
        LEG.answeredAt(),
        LEG.endedAt(),
        LEG.wrappedUpAt(),
        false,
        false,
        false,
        false,
        List.of());
  }

  private static List<Served> told(HandledLeg before, HandledLeg after) throws IOException {
    List<Served> told = new ArrayList<>();
    Served.tell(new Fact.LegRevised(before, after), told::add);
    for (int i = 0; i < told.size(); i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      told.get(i).write(new DataOutputStream(bytes));
      Served read =
          Served.read(
              told.get(i).agent(),
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      assertThat(read).isEqualTo(told.get(i));
    }
    return told;
  }
}
