// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import static io.tideboard.core.planning.PlannedQueue.HALF_HOUR;
import static io.tideboard.core.planning.PlannedQueue.MONDAY;
import static io.tideboard.core.planning.PlannedQueue.VOICE;
import static io.tideboard.core.planning.PlannedQueue.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.queue.QueueKey;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastBookTest {

  private final PlannedQueue queue = new PlannedQueue(VOICE);

  private List<ForecastRow> begin() {
    queue.book.adopt(PlannedQueue.weeks(8));
    return queue.close(at(MONDAY, 0));
  }

  @Test
  void aQueueOfWhichNothingIsKnownHasNoForecast() {
    assertThat(queue.close(at(MONDAY, 20))).isEmpty();
    assertThat(queue.book.lastEnd(queue.terms)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void withAHistoryTodayAndTwoWeeksAreForecastOnDayOne() {
    List<ForecastRow> rows = begin();

    // 11 working days from this Monday to the one in two weeks, of 20 half hours each.
    assertThat(rows).hasSize(11 * 20);
    ForecastRow first = rows.get(0);
    assertThat(first.wire()).isEqualTo("Sales/voice/2026-03-02T08:00:00Z");
    assertThat(first.minutes()).isEqualTo(30);
    assertThat(first.demand().contacts()).isCloseTo(60, within(6.0));
    assertThat(first.demand().ahtSeconds()).isCloseTo(240, within(1.0));
    assertThat(first.need().requiredAgents()).isBetween(9, 13);
    assertThat(first.need().requiredAgentsP90())
        .isGreaterThanOrEqualTo(first.need().requiredAgents());
    assertThat(first.need().scheduledAgents()).isNull();
    assertThat(first.need().expectedServiceLevel()).isNaN();
    assertThat(first.actual()).isNull();
    assertThat(first.issuedAt()).isEqualTo(at(MONDAY, 0));
    assertThat(rows).extracting(ForecastRow::start).isSorted();
  }

  @Test
  void onlyRowsThatSayAnythingNewAreSaid() {
    begin();

    assertThat(queue.close(at(MONDAY, 8))).isEmpty();
    queue.came(at(MONDAY, 16), 90);
    List<ForecastRow> news = queue.close(at(MONDAY, 17));
    assertThat(news).extracting(ForecastRow::start).doesNotHaveDuplicates();
    assertThat(news).hasSizeLessThan(60);
  }

  @Test
  void aClosedIntervalIsSaidOnceMoreWithWhatCame() {
    begin();
    queue.came(at(MONDAY, 16), 71);
    List<ForecastRow> news = queue.close(at(MONDAY, 17));

    ForecastRow closed = of(news, at(MONDAY, 16));
    assertThat(closed.actual()).isEqualTo(71);
    assertThat(closed.issuedAt()).isEqualTo(at(MONDAY, 0));
  }

  @Test
  void moreInTheMorningMeansMoreInTheAfternoon() {
    List<ForecastRow> morning = begin();
    for (int i = 16; i < 24; i++) {
      queue.came(at(MONDAY, i), 85);
      queue.close(at(MONDAY, i + 1));
    }
    ForecastRow later = of(queue.said, at(MONDAY, 30));
    ForecastRow before = of(morning, at(MONDAY, 30));

    assertThat(later.demand().contacts()).isGreaterThan(before.demand().contacts());
    assertThat(later.leads().day()).isEqualTo(before.demand().contacts());
    assertThat(later.leads().hour()).isEqualTo(later.demand().contacts());
    assertThat(later.leads().next()).isEqualTo(later.demand().contacts());
  }

  @Test
  void anIntervalIsForecastAWeekBeforeAndThatIsKept() {
    begin();
    LocalDate next = MONDAY.plusDays(7);
    double week = of(queue.said, at(next, 20)).demand().contacts();
    for (int day = 1; day <= 7; day++) {
      queue.close(at(MONDAY.plusDays(day), 0));
    }

    assertThat(of(queue.said, at(next, 20)).leads().week()).isCloseTo(week, within(1e-4));
  }

  @Test
  void anOpenIntervalOfWhichNothingIsToldHadNoContact() {
    begin();
    List<ForecastRow> news = queue.close(at(MONDAY, 17));

    assertThat(of(news, at(MONDAY, 16)).actual()).isZero();
    assertThat(of(news, at(MONDAY, 18)).demand().contacts())
        .isLessThan(of(queue.said.subList(0, 220), at(MONDAY, 18)).demand().contacts());
  }

  @Test
  void aCorrectionIsSaidAtTheNextClosing() {
    begin();
    queue.came(at(MONDAY, 16), 71);
    queue.close(at(MONDAY, 17));
    queue.came(at(MONDAY, 16), 74);
    List<ForecastRow> news = queue.close(at(MONDAY, 18));

    assertThat(of(news, at(MONDAY, 16)).actual()).isEqualTo(74);
  }

  @Test
  void aScheduleIsSetAgainstTheNeed() {
    begin();
    Plan plan = new Plan(at(MONDAY, 16), 600, 12, at(MONDAY, 0), 7);
    assertThat(queue.schedule.take(plan)).isTrue();
    List<ForecastRow> news = queue.close(at(MONDAY, 1));

    assertThat(news).hasSize(20);
    assertThat(news)
        .allSatisfy(
            row -> {
              assertThat(row.need().scheduledAgents()).isEqualTo(12);
              assertThat(row.need().expectedServiceLevel()).isBetween(0.5, 1.0);
              assertThat(row.need().gap()).isEqualTo(row.need().requiredAgents() - 12);
            });
  }

  @Test
  void patienceComesFromWhoGaveUp() {
    begin();
    for (int i = 16; i < 24; i++) {
      queue.came(at(MONDAY, i), 60);
      queue.close(at(MONDAY, i + 1));
    }

    // 60 contacts waited 30 s each, and 6 of them gave up.
    assertThat(of(queue.said, at(MONDAY, 30)).need().patienceSeconds()).isEqualTo(300);
  }

  @Test
  void writtenContactsAreWorkThatCanWait() {
    PlannedQueue mail = new PlannedQueue(new QueueKey("Sales", "email"));
    mail.book.adopt(PlannedQueue.weeks(8));
    mail.close(at(MONDAY, 0));
    mail.came(at(MONDAY, 16), 90, 50);
    List<ForecastRow> news = mail.close(at(MONDAY, 17));
    Need need = of(news, at(MONDAY, 20)).need();

    // 60 mails of 4 minutes in half an hour keep 8 people busy, for 85 % of their time.
    assertThat(need.requiredAgents()).isBetween(9, 14);
    assertThat(need.expectedServiceLevel()).isNaN();
    assertThat(need.patienceSeconds()).isInfinite();
  }

  @Test
  void restartsChangeNothing() throws IOException {
    PlannedQueue other = new PlannedQueue(VOICE);
    begin();
    other.book.adopt(PlannedQueue.weeks(8));
    other.close(at(MONDAY, 0));
    for (int day = 0; day < 3; day++) {
      for (int i = 16; i < 36; i++) {
        LocalDate date = MONDAY.plusDays(day);
        for (PlannedQueue each : List.of(queue, other)) {
          each.came(at(date, i), 40 + 7 * (i % 5) + 10 * day, i % 3);
          each.close(at(date, i + 1));
        }
        other.restart();
      }
      queue.close(at(MONDAY.plusDays(day + 1), 0));
      other.close(at(MONDAY.plusDays(day + 1), 0));
    }

    assertThat(other.said).isEqualTo(queue.said);
  }

  @Test
  void whoBeginsAtNoonTakesTheMorningForAsExpected() {
    queue.book.adopt(PlannedQueue.weeks(8));
    List<ForecastRow> rows = queue.close(at(MONDAY, 24));

    assertThat(of(rows, at(MONDAY, 30)).demand().contacts()).isCloseTo(60, within(6.0));
  }

  @Test
  void aTimeThatHasBeenIsNotClosedAgain() {
    begin();
    queue.came(at(MONDAY, 16), 71);
    queue.close(at(MONDAY, 17));

    assertThat(queue.close(at(MONDAY, 17))).isEmpty();
    assertThat(queue.book.lastEnd(queue.terms)).isEqualTo(at(MONDAY, 16) + HALF_HOUR);
  }

  private static ForecastRow of(List<ForecastRow> rows, long start) {
    return rows.stream()
        .filter(row -> row.start() == start)
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no row of " + PlannedQueue.instant(start)));
  }
}
