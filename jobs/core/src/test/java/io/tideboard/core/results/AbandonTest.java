// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbandonTest {

  private static final long SECOND = 1_000_000;

  @Test
  void whoGivesUpIsTold() {
    assertThat(told(waiting(5), abandoned(5, 45)))
        .singleElement()
        .satisfies(
            record -> {
              Abandon told = record.abandon();
              assertThat(record.withdrawn()).isFalse();
              assertThat(told.interaction()).isEqualTo("c1");
              assertThat(told.key()).isEqualTo(new QueueKey("sales", "voice"));
              assertThat(told.waited()).isEqualTo(40 * SECOND);
              assertThat(told.id()).isEqualTo("c1/sales/" + 5 * SECOND);
            });
  }

  @Test
  void whoDidNotGiveUpAfterAllIsWithdrawn() {
    assertThat(told(abandoned(5, 45), waiting(5)))
        .extracting(AbandonRecord::withdrawn)
        .containsExactly(true);
    assertThat(told(abandoned(5, 45), null))
        .extracting(AbandonRecord::withdrawn)
        .containsExactly(true);
  }

  @Test
  void correctionOfTheSameReplacesItAndOneOfItsBeginIsAnother() {
    assertThat(told(abandoned(5, 45), abandoned(5, 30)))
        .extracting(record -> record.abandon().waited() + " " + record.withdrawn())
        .containsExactly("25000000 false");
    assertThat(told(abandoned(5, 45), abandoned(4, 45)))
        .extracting(record -> record.abandon().waited() + " " + record.withdrawn())
        .containsExactly("40000000 true", "41000000 false");
    assertThat(told(abandoned(5, 45), abandoned(5, 45))).isEmpty();
    assertThat(told(waiting(5), waiting(6))).isEmpty();
  }

  @Test
  void endStampedBeforeTheBeginIsAWaitOfZero() {
    assertThat(told(null, abandoned(5, 3)).get(0).abandon().waited()).isZero();
  }

  @Test
  void theyAreListedInTheOrderInWhichTheyWereOffered() {
    Abandon first = told(null, abandoned(5, 100)).get(0).abandon();
    Abandon second = told(null, abandoned(6, 7)).get(0).abandon();
    assertThat(Abandon.ORDER.compare(first, second)).isNegative();
  }

  @Test
  void visitThatMovesAmongThoseOfTheContactStaysTold() {
    List<AbandonRecord> told = new ArrayList<>();
    Abandon.tell("c1", List.of(abandoned(5, 40)), List.of(waiting(1), abandoned(5, 40)), told::add);
    assertThat(told).isEmpty();
  }

  @Test
  void recordIsReadBack() {
    for (boolean withdrawn : List.of(true, false)) {
      AbandonRecord record =
          new AbandonRecord(told(null, abandoned(5, 45)).get(0).abandon(), withdrawn);
      assertThat(Results.readAbandon(Results.write(record))).isEqualTo(record);
    }
  }

  private static List<AbandonRecord> told(QueueVisit before, QueueVisit after) {
    List<AbandonRecord> told = new ArrayList<>();
    List<Fact> facts = List.of(new Fact.VisitRevised(before, after));
    assertThat(Abandon.concerns(facts)).isEqualTo(isAbandoned(before) || isAbandoned(after));
    Abandon.tell("c1", list(before), list(after), told::add);
    return told;
  }

  private static List<QueueVisit> list(QueueVisit visit) {
    return visit == null ? List.of() : List.of(visit);
  }

  private static boolean isAbandoned(QueueVisit visit) {
    return visit != null && visit.outcome() == Outcome.ABANDONED;
  }

  private static QueueVisit waiting(long begin) {
    return visit(begin, QueueVisit.OPEN, Outcome.WAITING);
  }

  private static QueueVisit abandoned(long begin, long end) {
    return visit(begin, end * SECOND, Outcome.ABANDONED);
  }

  private static QueueVisit visit(long begin, long end, Outcome outcome) {
    return new QueueVisit(
        "sales", "voice", begin * SECOND, true, end, outcome, false, false, false);
  }
}
