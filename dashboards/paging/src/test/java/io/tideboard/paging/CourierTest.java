// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.calendar.OpeningHours;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What receivers are told, by a clock that the test moves, through a ledger that stays. */
class CourierTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1:9/hook");
  private static final Receiver DESK = Receiver.of("desk", new Webhook(ADDRESS, List.of()));
  private static final Receiver PAGER = Receiver.of("pager", new PagerDuty(ADDRESS, "routing"));
  private static final Receiver MANAGER =
      Receiver.of("manager", new Alertmanager(ADDRESS, Duration.ofMinutes(1)));

  private final TestLoop loop = new TestLoop();
  private final Kept ledger = new Kept();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> sent = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private boolean lease = true;
  private Courier courier = courier(DESK);

  private Courier courier(Receiver... receivers) {
    Courier made =
        new Courier(
            List.of(receivers),
            ledger,
            loop,
            new Courier.Outlet(this::send, new PagingMetrics(registry), () -> lease, () -> 1.0));
    made.begin();
    return made;
  }

  private CompletableFuture<Answer> send(HttpRequest request, Duration timeout) {
    assertThat(timeout).isEqualTo(Duration.ofSeconds(10));
    sent.add(
        request
            .headers()
            .firstValue(Signature.ID)
            .map(id -> id.substring(id.lastIndexOf('_') + 1))
            .orElse(request.uri().getPath()));
    Answer answer = answers.isEmpty() ? ok() : answers.poll();
    return CompletableFuture.completedFuture(answer);
  }

  private static Answer ok() {
    return Answer.of(202, Optional.empty());
  }

  private void tell(AlertEpisode... episodes) {
    for (AlertEpisode episode : episodes) {
      courier.take(episode);
    }
    courier.goOn();
    loop.advance(Duration.ZERO);
  }

  @Test
  void openEscalationAndEndAreToldOnceEachHoweverOftenTheyAreRead() {
    AlertEpisode open = Episodes.open("sales", 0);
    AlertEpisode worse = Episodes.escalated(open, 10);
    AlertEpisode closed = Episodes.closed(worse, 90);
    tell(open, open);
    tell(open, worse);
    tell(worse, closed);
    tell(closed);
    assertThat(sent).containsExactly("opened", "escalated", "closed");
  }

  @Test
  void afterARestartNothingIsToldASecondTime() {
    AlertEpisode open = Episodes.open("sales", 0);
    AlertEpisode closed = Episodes.closed(open, 90);
    tell(open);
    courier = courier(DESK);
    tell(open);
    assertThat(sent).containsExactly("opened");
    tell(closed);
    courier = courier(DESK);
    tell(open, closed);
    assertThat(sent).containsExactly("opened", "closed");
  }

  @Test
  void whatFailsIsTriedAgainLaterAndLaterAndTheEndWaitsForIt() {
    answers.add(Answer.of(500, Optional.empty()));
    answers.add(Answer.of(429, Optional.of("7")));
    AlertEpisode open = Episodes.open("sales", 0);
    tell(open);
    tell(Episodes.closed(open, 1));
    assertThat(sent).hasSize(1);
    loop.advance(Duration.ofMillis(499));
    assertThat(sent).hasSize(1);
    loop.advance(Duration.ofMillis(1));
    assertThat(sent).hasSize(2);
    loop.advance(Duration.ofMillis(6_999));
    assertThat(sent).as("the receiver asked for 7 s").hasSize(2);
    loop.advance(Duration.ofMillis(1));
    assertThat(sent).containsExactly("opened", "opened", "opened", "closed");
    assertThat(count("tideboard.paging.failed.attempts", "server_error")).isEqualTo(1);
    assertThat(count("tideboard.paging.failed.attempts", "busy")).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsGivenUpAndItsEndIsNotTold() {
    answers.add(Answer.of(403, Optional.empty()));
    AlertEpisode open = Episodes.open("sales", 0);
    tell(open);
    tell(Episodes.closed(open, 90));
    assertThat(sent).containsExactly("opened");
    assertThat(ledger.letters).hasSize(1);
    assertThat(ledger.letters.get(0).why()).isEqualTo(Failure.REFUSED);
    assertThat(ledger.letters.get(0).told()).isEqualTo("status 403");
    assertThat(DeadLetter.read(ledger.letters.get(0).json())).isEqualTo(ledger.letters.get(0));
    tell(Episodes.open("sales", 200));
    assertThat(sent).containsExactly("opened", "opened");
  }

  @Test
  void whatIsNeverTakenIsGivenUpAfterAnHour() {
    for (int i = 0; i < 100; i++) {
      answers.add(Answer.of(new java.net.ConnectException("refused")));
    }
    tell(Episodes.open("sales", 0));
    loop.advance(Duration.ofMinutes(59));
    assertThat(ledger.letters).isEmpty();
    loop.advance(Duration.ofMinutes(2));
    assertThat(ledger.letters).hasSize(1);
    assertThat(ledger.letters.get(0).attempts()).isBetween(60, 70).isEqualTo(sent.size());
    assertThat(registry.get("tideboard.paging.undelivered").counter().count()).isEqualTo(1);
  }

  @Test
  void episodeThatIsOverBeforeAnybodyWasToldIsRecordedByWebhooksAndPagesNobody() {
    courier = courier(DESK, PAGER);
    AlertEpisode open = Episodes.open("sales", 0);
    tell(Episodes.closed(open, 90));
    assertThat(sent).containsExactly("opened", "closed");
  }

  @Test
  void whatIsOverIsForgotten() {
    Receiver critical =
        Receiver.of("critical", DESK.target())
            .with(Route.EVERYTHING.from(AlertSeverity.CRITICAL));
    courier = courier(DESK, PAGER, critical);
    for (int i = 0; i < 10; i++) {
      AlertEpisode open = Episodes.open("queue " + i, i);
      tell(open);
      tell(Episodes.closed(open, i + 90));
    }
    courier.goOn();
    assertThat(courier.lanes()).isZero();
  }

  @Test
  void newReceiverIsNotToldOfWhatWasOverBeforeItWasKnown() {
    loop.advance(Duration.ofMinutes(10));
    courier = courier(DESK, Receiver.of("new", new Webhook(ADDRESS, List.of())));
    ledger.since("new", loop.instant());
    tell(Episodes.closed(Episodes.open("sales", 0), 90));
    assertThat(sent).as("desk alone").containsExactly("opened", "closed");
  }

  @Test
  void sameCauseToldUnderAnotherIdIsTheSamePage() {
    AlertEpisode first = Episodes.open("sales", 0);
    AlertEpisode again = Episodes.open("sales", 2);
    tell(first, again);
    assertThat(sent).containsExactly("opened");
    tell(again.close(CloseReason.SUPERSEDED, Episodes.at(5)));
    assertThat(sent).containsExactly("opened");
    tell(Episodes.closed(first, 90));
    assertThat(sent).containsExactly("opened", "closed");
    tell(again.close(CloseReason.SUPERSEDED, Episodes.at(5)), Episodes.closed(first, 90));
    assertThat(sent).hasSize(2);
  }

  @Test
  void pageThatTheJobForgotEndsWithTheEpisodeThatTookItsPlace() {
    AlertEpisode forgotten = Episodes.open("sales", 0);
    AlertEpisode again = Episodes.open("sales", 2);
    tell(forgotten, again);
    tell(Episodes.closed(again, 90));
    assertThat(sent).containsExactly("opened", "closed");
    tell(Episodes.open("sales", 200));
    assertThat(sent).containsExactly("opened", "closed", "opened");
  }

  @Test
  void pageOfAnEpisodeThatIsSupersededStaysOpenWhileTheOtherIs() {
    AlertEpisode told = Episodes.open("sales", 0);
    AlertEpisode other = Episodes.open("sales", 2);
    tell(told);
    tell(other, told.close(CloseReason.SUPERSEDED, Episodes.at(5)));
    assertThat(sent).containsExactly("opened");
    tell(Episodes.closed(other, 90));
    assertThat(sent).containsExactly("opened", "closed");
  }

  @Test
  void staleFiguresOpenOnePageAndNoneOfQueuesUntilTheyAreFresh() {
    AlertEpisode stale = Episodes.stale(0);
    tell(stale, Episodes.open("sales", 1));
    assertThat(sent).containsExactly("opened");
    tell(Episodes.closed(stale, 60));
    assertThat(sent).containsExactly("opened", "closed", "opened");
  }

  @Test
  void quietHoursHoldBackWhatIsStillOpenWhenTheyEnd() {
    courier =
        courier(
            DESK.with(
                Route.EVERYTHING.within(
                    OpeningHours.parse("mon-sun 12:10-22:00"), ZoneId.of("UTC"))));
    AlertEpisode passing = Episodes.open("sales", 0);
    tell(passing, Episodes.open("claims", 1));
    loop.advance(Duration.ofMinutes(9));
    assertThat(sent).isEmpty();
    loop.advance(Duration.ofMinutes(1));
    courier.goOn();
    loop.advance(Duration.ZERO);
    assertThat(sent).containsExactly("opened", "opened");
  }

  @Test
  void receiverOfCriticalAlertsIsToldWhenItIsCriticalAndOfNoOtherEnd() {
    courier = courier(DESK.with(Route.EVERYTHING.from(AlertSeverity.CRITICAL)));
    AlertEpisode open = Episodes.open("sales", 0);
    AlertEpisode mild = Episodes.open("claims", 0);
    tell(open, mild);
    tell(Episodes.closed(mild, 80));
    assertThat(sent).isEmpty();
    AlertEpisode worse = Episodes.escalated(open, 10);
    tell(worse);
    tell(Episodes.closed(worse, 90));
    assertThat(sent).containsExactly("opened", "closed");
  }

  @Test
  void alertmanagerIsRemindedOfWhatIsOpenAndNoLonger() {
    courier = courier(MANAGER);
    AlertEpisode open = Episodes.open("sales", 0);
    tell(open);
    for (int second = 0; second < 125; second++) {
      loop.advance(Duration.ofSeconds(1));
      courier.goOn();
    }
    loop.advance(Duration.ZERO);
    assertThat(sent).as("the opening, and two reminders").hasSize(3);
    tell(Episodes.closed(open, 125));
    loop.advance(Duration.ofMinutes(5));
    courier.goOn();
    assertThat(sent).hasSize(4);
  }

  @Test
  void whoIsOffDutySendsNothing() {
    lease = false;
    AlertEpisode open = Episodes.open("sales", 0);
    tell(open);
    loop.advance(Duration.ofSeconds(5));
    assertThat(sent).isEmpty();
    lease = true;
    loop.advance(Duration.ofSeconds(1));
    assertThat(sent).containsExactly("opened");
    courier.stop();
    tell(Episodes.closed(open, 90));
    assertThat(sent).hasSize(1);
  }

  private double count(String name, String reason) {
    return registry.get(name).tag("reason", reason).counter().count();
  }

  /** A ledger in memory, which outlives couriers. */
  private static final class Kept implements Ledger {

    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    void since(String receiver, Instant now) {
      deliveries.put(Delivery.key(receiver, ""), Delivery.since(receiver, now));
    }

    @Override
    public Delivery of(String receiver, String cause) {
      Delivery kept = deliveries.get(Delivery.key(receiver, cause));
      return kept == null ? null : Delivery.read(Json.parse(kept.write()));
    }

    @Override
    public CompletableFuture<Void> write(Delivery delivery) {
      deliveries.put(delivery.key(), delivery);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void giveUp(DeadLetter letter) {
      letters.add(letter);
    }

    @Override
    public List<DeadLetter> deadLetters() {
      return letters;
    }
  }

  /** A loop whose time the test moves. */
  private static final class TestLoop implements Loop {

    private record Task(Instant at, int number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
        new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private Instant now = Episodes.NOON;
    private int number;

    @Override
    public void run(Runnable task) {
      later(Duration.ZERO, task);
    }

    @Override
    public void later(Duration delay, Runnable task) {
      tasks.add(new Task(now.plus(delay), number++, task));
    }

    @Override
    public Instant instant() {
      return now;
    }

    void advance(Duration time) {
      Instant until = now.plus(time);
      while (!tasks.isEmpty() && !tasks.peek().at().isAfter(until)) {
        Task task = tasks.poll();
        now = task.at().isAfter(now) ? task.at() : now;
        task.work().run();
      }
      now = until;
    }
  }
}
