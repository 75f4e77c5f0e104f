// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import static io.tideboard.wallboard.Figures.NINE;
import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.agent;
import static io.tideboard.wallboard.Figures.breach;
import static io.tideboard.wallboard.Figures.status;
import static io.tideboard.wallboard.Figures.team;
import static io.tideboard.wallboard.Figures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.AgentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final Instant TODAY = Instant.parse("2027-06-01T12:00:00Z");

  private final TestClock clock = new TestClock(TODAY);
  private final Board board =
      new Board(
          new BoardLimits(
              3, Duration.ofHours(1), Duration.ofSeconds(15), Duration.ofMinutes(5), 1_000),
          clock);

  @Test
  void beforeAnythingIsToldTheStreamHasNoTime() {
    assertThat(board.now().stream()).isNull();
    assertThat(board.now().receivedAt()).isNull();
  }

  @Test
  void theStreamsTimeMovesOnWithTheClockButNotForEver() {
    board.take(status(SALES, 1, 4, 30), TODAY);
    clock.pass(Duration.ofSeconds(10));
    assertThat(board.now().stream()).isEqualTo(NINE.plusSeconds(10));
    clock.pass(Duration.ofMinutes(10));
    assertThat(board.now().stream()).isEqualTo(NINE.plusSeconds(15));
    assertThat(board.now().receivedAt()).isEqualTo(TODAY);
  }

  @Test
  void aFresherStatusReplacesAndAStaleOneDoesNot() {
    board.take(status(SALES, 7, 4, 30), TODAY);
    board.take(status(SALES, 6, 9, 30), TODAY);
    assertThat(waiting()).isEqualTo(4);
    board.take(status(SALES, 8, 2, 30), TODAY);
    assertThat(waiting()).isEqualTo(2);
  }

  @Test
  void aStaleStatusIsNoNews() {
    board.take(status(SALES, 7, 4, 30), TODAY);
    long before = board.sequence();
    board.take(status(SALES, 6, 9, 30), TODAY.plusSeconds(1));
    assertThat(board.sequence()).isEqualTo(before);
    assertThat(board.now().receivedAt()).isEqualTo(TODAY);
  }

  @Test
  void onlyTheLatestBreachesAreKept() {
    for (int i = 0; i < 5; i++) {
      board.take(breach("visit-" + i, i), TODAY.plusSeconds(i));
    }
    assertThat(interactions()).containsExactly("visit-2", "visit-3", "visit-4");
  }

  @Test
  void aBreachIsForgottenByTheAgeOfItsRecordNotOfItsEvent() {
    board.take(breach("a", 1), TODAY);
    assertThat(interactions()).containsExactly("a");
    clock.pass(Duration.ofMinutes(61));
    assertThat(interactions()).isEmpty();
  }

  @Test
  void aWithdrawnBreachIsGoneAndItsWithdrawalIsNews() {
    board.take(breach("a", 1), TODAY);
    long before = board.sequence();
    board.take(withdrawn(breach("a", 1)), TODAY);
    assertThat(interactions()).isEmpty();
    assertThat(board.breachesAfter(before, 10))
        .singleElement()
        .matches(news -> news.told().withdrawn());
  }

  @Test
  void whoRemembersANumberIsToldWhatIsNewSince() {
    board.take(breach("a", 1), TODAY);
    long before = board.sequence();
    board.take(breach("b", 2), TODAY);
    board.take(status(new QueueKey("claims", "chat"), 1, 1, 1), TODAY);
    assertThat(board.breachesAfter(before, 10))
        .extracting(news -> news.told().breach().interaction())
        .containsExactly("b");
    assertThat(board.queues()).allMatch(queue -> queue.sequence() > before);
  }

  @Test
  void aQueueIsShownWithItsTeamAndChangesWithIt() {
    board.take(status(SALES, 1, 4, 30), TODAY);
    assertThat(board.queues().get(0).team()).isNull();
    long before = board.sequence();
    board.take(team(2, 3), TODAY);
    board.take(team(1, 9), TODAY);
    assertThat(board.queues().get(0).team().agents()).containsEntry(AgentState.BUSY, 3);
    assertThat(board.queues().get(0).sequence()).isGreaterThan(before);
    board.forgetTeam("sales");
    assertThat(board.queues().get(0).team()).isNull();
  }

  @Test
  void anAgentWhoIsGoneIsNewsUntilComingBack() {
    board.take(agent("ada", 7, AgentState.BREAK, "lunch"), TODAY);
    board.take(agent("ada", 6, AgentState.AWAY, null), TODAY);
    assertThat(board.staff().agents())
        .extracting(each -> each.status().doing().state())
        .containsExactly(AgentState.BREAK);
    long before = board.sequence();
    board.forgetAgent("ada");
    board.forgetAgent("nobody");
    assertThat(board.staff().agents()).isEmpty();
    assertThat(board.staff().goneAfter(before)).containsExactly("ada");
    assertThat(board.staff().goneAfter(board.sequence())).isEmpty();
    board.take(agent("ada", 1, AgentState.AVAILABLE, null), TODAY);
    assertThat(board.staff().goneAfter(before)).isEmpty();
  }

  private int waiting() {
    return board.queues().get(0).status().line().waiting();
  }

  private List<String> interactions() {
    return board.breaches(any -> true).stream().map(each -> each.interaction()).toList();
  }
}
