// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.lifecycle.Moments.abandoned;
import static io.tideboard.core.lifecycle.Moments.answered;
import static io.tideboard.core.lifecycle.Moments.at;
import static io.tideboard.core.lifecycle.Moments.created;
import static io.tideboard.core.lifecycle.Moments.ended;
import static io.tideboard.core.lifecycle.Moments.escalated;
import static io.tideboard.core.lifecycle.Moments.feedback;
import static io.tideboard.core.lifecycle.Moments.fromAgent;
import static io.tideboard.core.lifecycle.Moments.fromCustomer;
import static io.tideboard.core.lifecycle.Moments.held;
import static io.tideboard.core.lifecycle.Moments.queued;
import static io.tideboard.core.lifecycle.Moments.reopened;
import static io.tideboard.core.lifecycle.Moments.resolved;
import static io.tideboard.core.lifecycle.Moments.resumed;
import static io.tideboard.core.lifecycle.Moments.transferred;
import static io.tideboard.core.lifecycle.Moments.wrappedUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.LifetimeCounts;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.core.tally.ServiceLevelFormula;
import io.tideboard.core.tally.Timing;
import io.tideboard.core.tally.TimingCounts;
import io.tideboard.events.FeedbackKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The queue sales on the channel voice: 20 s, short abandons up to 5 s, quarters, UTC. */
class QueueBoardTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final long QUARTER = 900 * Micros.SECOND;
  private static final double MIDNIGHT = 15 * 3600;

  private final QueueTerms terms = QueueTerms.of(SALES, QueueCatalog.DEFAULTS);
  private final Map<String, Interaction> interactions = new HashMap<>();
  private final Map<String, QueueTally> rows = new TreeMap<>();
  private QueueBoard board = new QueueBoard();

  @Test
  void abandonWithinTheShortAbandonLimitIsShort() {
    take("c1", queued(0, "sales"), abandoned(5));
    take("c2", queued(0, "sales"), abandoned(5.000001));
    assertThat(total(Measure.ABANDONED)).isEqualTo(2);
    assertThat(total(Measure.SHORT_ABANDONED)).isEqualTo(1);
    assertThat(total(Measure.ABANDONED_WITHIN_THRESHOLD)).isEqualTo(2);
  }

  @Test
  void anIntervalIsHandedOverOnceItHasEndedAndAgainWhenItWasCorrected() {
    take("c1", queued(0, "sales"), answered(20, "ada"), ended(80));
    take("c2", queued(1000, "sales"));
    assertThat(offeredInEnded(800)).isEmpty();
    assertThat(offeredInEnded(950)).containsExactly(1L);
    assertThat(offeredInEnded(960)).isEmpty();
    take("c3", queued(10, "sales"), abandoned(40));
    assertThat(offeredInEnded(970)).containsExactly(2L);
    List<Long> last = new ArrayList<>();
    board.endedIntervals(terms, Long.MAX_VALUE, (start, row) -> last.add(row.get(Measure.OPEN)));
    assertThat(last).containsExactly(1L);
  }

  private List<Long> offeredInEnded(double now) {
    List<Long> offered = new ArrayList<>();
    board.endedIntervals(terms, at(now), (start, row) -> offered.add(row.get(Measure.OFFERED)));
    return offered;
  }

  @Test
  void answerExactlyAtTheThresholdIsWithinIt() {
    take("c1", queued(0, "sales"), answered(20, "ada"));
    take("c2", queued(0, "sales"), answered(20.000001, "ada"));
    assertThat(total(Measure.ANSWERED)).isEqualTo(2);
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
    assertThat(total(Measure.ANSWER_WAIT_MICROS)).isEqualTo(40_000_001);
  }

  @Test
  void histogramsSinceTheBeginningHoldWhatWasTimedAndAgreeWithTheCountsAtTheThreshold() {
    take("c1", queued(0, "sales"), answered(20, "ada"), ended(80), wrappedUp(95, "ada"));
    take("c2", queued(0, "sales"), answered(20.000001, "ada"));
    take("c3", queued(0, "sales"), abandoned(7));
    take("c4", answered(9, "ada", "sales"));
    LifetimeCounts lifetime = board.status(terms, at(100)).counts().lifetime();
    TimingCounts waits = lifetime.timing(Timing.ANSWER_WAIT);
    assertThat(waits.count()).as("an unknown wait is none").isEqualTo(2);
    assertThat(waits.countUpTo(20 * Micros.SECOND))
        .isEqualTo(total(Measure.ANSWERED_WITHIN_THRESHOLD))
        .isEqualTo(1);
    assertThat(waits.sum()).isEqualTo(total(Measure.ANSWER_WAIT_MICROS));
    assertThat(lifetime.timing(Timing.ABANDON_WAIT).countUpTo(10 * Micros.SECOND)).isEqualTo(1);
    assertThat(lifetime.timing(Timing.HANDLE).sum()).isEqualTo(75 * Micros.SECOND);
    assertThat(lifetime.timing(Timing.FIRST_RESPONSE).count()).isEqualTo(total(Measure.RESPONSES));
  }

  @Test
  void unknownWaitIsInTheCountsAndInNoWait() {
    take("c1", answered(9, "ada", "sales"));
    assertThat(total(Measure.OFFERED)).isEqualTo(1);
    assertThat(total(Measure.ANSWERED)).isEqualTo(1);
    assertThat(total(Measure.UNKNOWN_WAIT)).isEqualTo(1);
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isZero();
    assertThat(row(0, Basis.ARRIVAL).together(Sample.WAITS).isEmpty()).isTrue();
  }

  @Test
  void skewedClocksAreAWaitOfZeroAndCounted() {
    take("c1", queued(0, "sales"), answered(-3, "ada"));
    assertThat(total(Measure.CLOCK_SKEW)).isEqualTo(1);
    assertThat(total(Measure.ANSWERED_WITHIN_THRESHOLD)).isEqualTo(1);
    assertThat(row(0, Basis.ARRIVAL).together(Sample.WAITS).longest()).isZero();
  }

  @Test
  void callsThatWaitAtMidnightStayWaiting() {
    take("c1", queued(MIDNIGHT - 30, "sales"));
    QueueStatus before = status(MIDNIGHT - 1);
    QueueStatus after = status(MIDNIGHT + 1);
    assertThat(before.line().waiting()).isEqualTo(1);
    assertThat(after.line().waiting()).isEqualTo(1);
    assertThat(after.counts().today().get(Measure.ABANDONED)).isZero();
    assertThat(after.counts().total().get(Measure.OFFERED)).isEqualTo(1);
  }

  @Test
  void callAnsweredAfterMidnightBelongsToTheDayItWasOfferedIn() {
    take("c1", queued(MIDNIGHT - 30, "sales"));
    assertThat(status(MIDNIGHT - 1).counts().today().get(Measure.OFFERED)).isEqualTo(1);
    take("c1", answered(MIDNIGHT + 5, "ada"));
    assertThat(status(MIDNIGHT + 6).counts().today().get(Measure.ANSWERED)).isZero();
    assertThat(row(MIDNIGHT - 900, Basis.ARRIVAL).get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(row(MIDNIGHT, Basis.EVENT).get(Measure.ANSWERED)).isEqualTo(1);
  }

  @Test
  void restartResetsNothing() throws IOException {
    take("c1", queued(0, "sales"), answered(10, "ada"), ended(60));
    take("c2", queued(30, "sales"));
    QueueStatus before = status(70);
    restart();
    assertThat(status(70)).isEqualTo(before);
  }

  @Test
  void todayIsWholeAfterARestartThoughItsMorningIsSettled() throws IOException {
    take("c1", queued(0, "sales"), answered(10, "ada"), ended(60));
    QueueStatus before = status(8 * 3600);
    publish();
    board.forgetBefore(at(7 * 3600));
    restart();
    assertThat(status(8 * 3600).counts().today()).isEqualTo(before.counts().today());
  }

  @Test
  void talkIsSplitWhereOneIntervalEndsAndTheNextBegins() {
    take(
        "c1",
        queued(880, "sales"),
        answered(890, "ada"),
        held(895),
        resumed(905),
        ended(910),
        wrappedUp(1810, "ada"));
    assertThat(row(0, Basis.EVENT).get(Measure.TALK_MICROS)).isEqualTo(5 * Micros.SECOND);
    assertThat(row(0, Basis.EVENT).get(Measure.HOLD_MICROS)).isEqualTo(5 * Micros.SECOND);
    assertThat(row(900, Basis.EVENT).get(Measure.TALK_MICROS)).isEqualTo(5 * Micros.SECOND);
    assertThat(row(900, Basis.EVENT).get(Measure.HOLD_MICROS)).isEqualTo(5 * Micros.SECOND);
    assertThat(row(900, Basis.EVENT).get(Measure.WRAP_UP_MICROS)).isEqualTo(890 * Micros.SECOND);
    assertThat(row(1800, Basis.EVENT).get(Measure.WRAP_UP_MICROS)).isEqualTo(10 * Micros.SECOND);
    assertThat(row(1800, Basis.EVENT).get(Measure.HANDLED)).isEqualTo(1);
    assertThat(row(0, Basis.ARRIVAL).get(Measure.HANDLE_MICROS)).isEqualTo(920 * Micros.SECOND);
  }

  @Test
  void transferredOutCountsWhereTheLegEnded() {
    take("c1", queued(0, "sales"), answered(10, "ada"), transferred(950, "billing", null));
    assertThat(row(900, Basis.EVENT).get(Measure.TRANSFERRED_OUT)).isEqualTo(1);
    assertThat(row(0, Basis.ARRIVAL).get(Measure.TRANSFERRED_OUT)).isEqualTo(1);
  }

  @Test
  void rowMayStillChangeWhileSomebodyWaitsOrIsServed() {
    take("c1", queued(0, "sales"));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.OPEN)).isEqualTo(1);
    take("c1", answered(10, "ada"));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.OPEN)).isEqualTo(1);
    take("c1", ended(20));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.OPEN)).isZero();
  }

  @Test
  void atRiskAndBreachedAreThoseWhoHaveWaitedSoLong() {
    take("c1", queued(0, "sales"));
    take("c2", queued(4, "sales"));
    assertThat(status(15.999999).line().atRisk()).isZero();
    assertThat(status(16).line().atRisk()).isEqualTo(1);
    QueueStatus.Line line = status(20).line();
    assertThat(line.breached()).isEqualTo(1);
    assertThat(line.atRisk()).isEqualTo(2);
    assertThat(line.oldest()).hasValue(at(0));
  }

  @Test
  void saysWhenItWillChangeThoughNothingHappens() {
    assertThat(board.nextChange(terms, at(0))).isEmpty();
    take("c1", queued(9, "sales"));
    status(9);
    assertThat(board.nextChange(terms, at(9))).hasValue(at(10));
    assertThat(board.nextChange(terms, at(20))).hasValue(at(25));
    assertThat(board.nextChange(terms, at(28))).hasValue(at(29));
  }

  @Test
  void emptyWindowDoesNotChange() {
    take("c1", queued(0, "sales"), abandoned(9));
    status(10);
    assertThat(board.nextChange(terms, at(10))).hasValue(at(20));
    status(2 * 3600);
    assertThat(board.nextChange(terms, at(2 * 3600))).isEqualTo(OptionalLong.empty());
  }

  @Test
  void windowsForgetWhatIsOlder() {
    take("c1", queued(0, "sales"), abandoned(9));
    assertThat(offeredInWindows(200)).containsExactly(1, 1, 1, 1);
    assertThat(offeredInWindows(400)).containsExactly(0, 1, 1, 1);
    assertThat(offeredInWindows(3599)).containsExactly(0, 0, 0, 1);
    assertThat(offeredInWindows(3600)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void lateEventCorrectsTheIntervalItBelongsTo() {
    take("c1", queued(0, "sales"), abandoned(30));
    status(5 * 3600);
    take("c1", answered(12, "ada"));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.ABANDONED)).isZero();
    assertThat(row(0, Basis.ARRIVAL).get(Measure.ANSWERED)).isEqualTo(1);
  }

  @Test
  void correctionOfAForgottenIntervalIsTooLateAndCounted() {
    take("c1", queued(0, "sales"), abandoned(30));
    publish();
    status(30 * 3600);
    board.forgetBefore(at(6 * 3600));
    take("c2", queued(60, "sales"), abandoned(70));
    assertThat(status(30 * 3600).counts().tooLate()).isPositive();
    assertThat(board.hasChangedRows()).isFalse();
  }

  @Test
  void intervalInWhichSomebodyStillWaitsIsNotForgotten() {
    take("c1", queued(0, "sales"));
    publish();
    status(30 * 3600);
    board.forgetBefore(at(29 * 3600));
    take("c1", answered(30 * 3600, "ada"));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.ANSWERED)).isEqualTo(1);
    assertThat(status(30 * 3600).counts().tooLate()).isZero();
  }

  @Test
  void changedRowIsHandedOverOnce() {
    take("c1", queued(0, "sales"));
    assertThat(board.hasChangedRows()).isTrue();
    publish();
    assertThat(board.hasChangedRows()).isFalse();
    rows.clear();
    publish();
    assertThat(rows).isEmpty();
  }

  @Test
  void revisionCountsWhatBecameKnown() {
    take("c1", queued(0, "sales"));
    long first = status(1).freshness().revision();
    take("c1", answered(10, "ada"));
    assertThat(status(11).freshness().revision()).isGreaterThan(first);
  }

  @Test
  void breachesAreCountedAndTakenBack() {
    DeltaBatch batch = new DeltaBatch();
    batch.breached(SALES, 1);
    batch.breached(SALES, 1);
    batch.drain((key, delta) -> board.apply(delta, terms));
    batch.breached(SALES, -1);
    batch.drain((key, delta) -> board.apply(delta, terms));
    assertThat(status(0).counts().breaches()).isEqualTo(1);
  }

  @Test
  void contactIsCountedAsAWholeWhereItCameFirst() {
    take(
        "c1",
        fromCustomer(-1),
        queued(0, "sales"),
        answered(10, "ada"),
        fromAgent(20),
        escalated(30, "billing"),
        ended(40),
        resolved(50),
        feedback(60, FeedbackKind.CSAT, 5),
        feedback(61, FeedbackKind.NPS, 3),
        feedback(62, FeedbackKind.CES, 6));
    QueueTally row = row(0, Basis.ARRIVAL);
    assertThat(row.get(Measure.CONTACTS)).isEqualTo(1);
    assertThat(row.get(Measure.CONTACTS_ENDED)).isEqualTo(1);
    assertThat(row.get(Measure.CONTACTS_RESOLVED)).isEqualTo(1);
    assertThat(row.get(Measure.CONTACTS_ESCALATED)).isEqualTo(1);
    assertThat(row.get(Measure.RESPONSES)).isEqualTo(1);
    assertThat(row.sample(Sample.RESOLUTION).count()).isEqualTo(1);
    assertThat(row.sample(Sample.FIRST_RESPONSE).count()).isEqualTo(1);
  }

  @Test
  void scoresAreCountedByTheirKind() {
    take(
        "c1",
        queued(0, "sales"),
        answered(10, "ada"),
        ended(40),
        feedback(60, FeedbackKind.CSAT, 5),
        feedback(61, FeedbackKind.NPS, 3),
        feedback(62, FeedbackKind.CES, 6));
    take("c2", queued(1, "sales"), answered(11, "ada"), feedback(50, FeedbackKind.NPS, 10));
    QueueTally row = row(0, Basis.ARRIVAL);
    assertThat(Kpi.CSAT.of(row, ServiceLevelFormula.ANSWERED)).isEqualTo(1);
    assertThat(Kpi.NPS.of(row, ServiceLevelFormula.ANSWERED)).isEqualTo(0);
    assertThat(Kpi.CES.of(row, ServiceLevelFormula.ANSWERED)).isEqualTo(6);
    assertThat(Kpi.NPS_ANSWERS.of(row, ServiceLevelFormula.ANSWERED)).isEqualTo(2);
    assertThat(Kpi.RESOLUTION_RATE.of(row, ServiceLevelFormula.ANSWERED)).isEqualTo(0);
    assertThat(Kpi.CONTAINMENT.of(row, ServiceLevelFormula.ANSWERED)).isNull();
  }

  @Test
  void resolutionThatIsTakenBackLeavesNoTrace() {
    take("c1", queued(0, "sales"), answered(10, "ada"), ended(40), resolved(50));
    take("c1", reopened(60));
    assertThat(row(0, Basis.ARRIVAL).get(Measure.CONTACTS_RESOLVED)).isZero();
    assertThat(row(0, Basis.EVENT).sample(Sample.RESOLUTION).isEmpty()).isTrue();
  }

  @Test
  void lostLegIsInNoHandleTime() {
    take("c1", queued(0, "sales"), answered(10, "ada"), Moment.restarted(at(100)));
    assertThat(status(101).line().inProgress()).isZero();
    assertThat(total(Measure.LEGS_LOST)).isEqualTo(1);
    assertThat(total(Measure.HANDLED)).isZero();
  }

  @Test
  void estimateIsToldFromAStatus() {
    for (int i = 0; i < 20; i++) {
      take("c" + i, queued(i * 30, "sales"), answered(i * 30 + 20, "ada"), ended(i * 30 + 29));
    }
    take("last", queued(600, "sales"));
    assertThat(Estimates.of(status(601), null)).isPresent();
  }

  @Test
  void closedQueueHasNoEstimateUnlessSomebodyIsStillThere() throws IOException {
    for (int i = 0; i < 20; i++) {
      take("c" + i, queued(i * 30, "sales"), answered(i * 30 + 20, "ada"), ended(i * 30 + 29));
    }
    QueueDefinition closed =
        DefinitionJson.read(
            "{\"hours\": {\"mon\": \"08:00-09:05\"}}".getBytes(StandardCharsets.UTF_8),
            QueueDefinition.DEFAULT);
    assertThat(Estimates.inHours(status(601), closed)).isEmpty();
    assertThat(Estimates.inHours(status(601), QueueDefinition.DEFAULT)).isPresent();
    take("last", queued(602, "sales"));
    assertThat(Estimates.inHours(status(603), closed)).isPresent();
  }

  private int[] offeredInWindows(double now) {
    return status(now).counts().windows().stream()
        .mapToInt(window -> (int) window.get(Measure.OFFERED))
        .toArray();
  }

  private void take(String id, Moment... moments) {
    DeltaBatch batch = new DeltaBatch();
    Interaction interaction = interactions.get(id);
    if (interaction == null) {
      Moment begin = created(-3600, "voice");
      interaction = InteractionLifecycle.on(Interaction.UNKNOWN, begin).interaction();
    }
    for (Moment moment : moments) {
      Step step = InteractionLifecycle.on(interaction, moment);
      interaction = step.interaction();
      step.facts().forEach(batch::take);
    }
    interactions.put(id, interaction);
    batch.drain(
        (key, delta) -> {
          if (key.equals(SALES)) {
            board.apply(travelled(delta), terms);
          }
        });
  }

  private static QueueDelta travelled(QueueDelta delta) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      delta.write(SALES, new DataOutputStream(bytes));
      return QueueDelta.read(
          SALES, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void restart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    board.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    board = QueueBoard.read(in);
    assertThat(in.available()).isZero();
  }

  private QueueStatus status(double now) {
    board.advance(at(now), terms);
    return board.status(terms, at(now));
  }

  private long total(Measure measure) {
    return status(0).counts().total().get(measure);
  }

  private QueueTally row(double start, Basis basis) {
    publish();
    return rows.get(SALES.wire() + "/" + instant(start) + "/" + basis.wire());
  }

  private static Instant instant(double start) {
    return Micros.instant(at(start) / QUARTER * QUARTER);
  }

  private void publish() {
    board.changedRows(terms, row -> rows.put(row.wire(), row.tally()));
  }
}
