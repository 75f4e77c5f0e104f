// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.lifecycle.HandledLeg;
import io.tideboard.core.lifecycle.Moments;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Score;
import io.tideboard.core.tally.Measure;
import io.tideboard.events.FeedbackKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltaBatchTest {

  private static final QueueKey SALES = new QueueKey("sales", "voice");
  private static final QueueKey BILLING = new QueueKey("billing", "voice");

  private final DeltaBatch batch = new DeltaBatch();

  @Test
  void whatMovesFromOneQueueToAnotherIsTakenBackHereAndToldThere() {
    List<Fact> moving =
        List.of(
            new Fact.VisitRevised(visit("sales"), visit("billing")),
            new Fact.LegRevised(leg("sales"), leg("billing")),
            new Fact.ScoreRevised(score("sales"), score("billing")),
            new Fact.FollowUpRevised(followUp("sales"), followUp("billing")));
    moving.forEach(batch::take);
    assertThat(batch.size()).isEqualTo(4);
    Map<QueueKey, QueueDelta> sent = sent();
    assertThat(sent).containsOnlyKeys(SALES, BILLING);
    assertThat(sent.get(SALES).facts())
        .allSatisfy(fact -> assertThat(fact.after()).isNull())
        .extracting(Fact::before)
        .containsExactly(visit("sales"), leg("sales"), score("sales"), followUp("sales"));
    assertThat(sent.get(BILLING).facts())
        .allSatisfy(fact -> assertThat(fact.before()).isNull())
        .extracting(Fact::after)
        .containsExactly(visit("billing"), leg("billing"), score("billing"), followUp("billing"));
    assertThat(batch.size()).isZero();
  }

  @Test
  void whoDidNotComeAgainIsCountedWithTheQueueOfTheFirstContact() {
    batch.take(new Fact.FollowUpRevised(null, followUp("sales")));
    QueueBoard board = new QueueBoard();
    board.apply(sent().get(SALES), terms());
    assertThat(total(board, Measure.CUSTOMERS_RESOLVED)).isEqualTo(1);
    assertThat(total(board, Measure.CUSTOMERS_CAME_AGAIN)).isZero();
  }

  @Test
  void aScoreIsCountedAndTakenBack() {
    batch.take(new Fact.ScoreRevised(null, score("sales")));
    QueueBoard board = new QueueBoard();
    board.apply(sent().get(SALES), terms());
    assertThat(total(board, Measure.CSAT_SCORES)).isEqualTo(1);
    batch.take(new Fact.ScoreRevised(score("sales"), null));
    board.apply(sent().get(SALES), terms());
    assertThat(total(board, Measure.CSAT_SCORES)).isZero();
  }

  @Test
  void breachesAndRejectionsTravelAsNumbers() {
    batch.breached(SALES, 1);
    batch.breached(SALES, 1);
    batch.breached(SALES, -1);
    batch.rejected(SALES, Rejection.TOO_LATE);
    assertThat(sent().get(SALES).breaches()).isEqualTo(1);
  }

  @Test
  void aFactAboutNothingIsAMistake() {
    assertThatThrownBy(() -> batch.take(new Fact.ScoreRevised(null, null)))
        .hasMessage("A fact about nothing: expected a before or an after");
  }

  private Map<QueueKey, QueueDelta> sent() {
    Map<QueueKey, QueueDelta> sent = new HashMap<>();
    batch.drain((key, delta) -> sent.put(key, travelled(key, delta)));
    return sent;
  }

  private static QueueDelta travelled(QueueKey key, QueueDelta delta) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      delta.write(key, new DataOutputStream(bytes));
      return QueueDelta.read(
          key, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long total(QueueBoard board, Measure measure) {
    board.advance(Moments.at(600), terms());
    return board.status(terms(), Moments.at(600)).counts().total().get(measure);
  }

  private static QueueTerms terms() {
    return QueueTerms.of(SALES, QueueCatalog.DEFAULTS);
  }

  private static QueueVisit visit(String queue) {
    return Moments.after(Moments.created(-1, "voice"), Moments.queued(0, queue)).visits().get(0);
  }

  /** Who served does not travel. */
  private static HandledLeg leg(String queue) {
    return new HandledLeg(
        queue,
        "voice",
        null,
        Moments.at(0),
        Moments.at(5),
        QueueVisit.OPEN,
        HandledLeg.NOT_WRAPPED_UP,
        false,
        false,
        false,
        false,
        List.of());
  }

  private static Score score(String queue) {
    return new Score(queue, "voice", Moments.at(0), Moments.at(90), FeedbackKind.CSAT, 5_000);
  }

  private static FollowUp followUp(String queue) {
    return new FollowUp(queue, "voice", Moments.at(0), Moments.at(60), false);
  }
}
