// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static io.tideboard.history.Rows.NINE;
import static io.tideboard.history.Rows.QUARTER;
import static io.tideboard.history.Rows.SALES;
import static io.tideboard.history.Rows.answered;
import static io.tideboard.history.Rows.batch;
import static io.tideboard.history.Rows.row;
import static io.tideboard.history.Rows.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.QueueTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does alike. */
abstract class IntervalStoreContract {

  protected IntervalStore store;

  /** A store with nothing in it. */
  abstract IntervalStore empty();

  /** The same store, once it has been closed. */
  abstract IntervalStore again();

  @BeforeEach
  void open() {
    store = empty();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<IntervalRow> sales() {
    return store.rows(SALES, Basis.ARRIVAL, Period.ALWAYS, 100);
  }

  @Test
  void aNewStoreKnowsNothing() {
    assertThat(store.progress()).isEqualTo(Progress.NONE);
    assertThat(store.keys(Basis.ARRIVAL, null)).isEmpty();
    assertThat(sales()).isEmpty();
    assertThat(store.teams("sales", Period.ALWAYS, 100)).isEmpty();
  }

  @Test
  void aRowIsReadAsItWasWritten() {
    QueueTally everything = Rows.full(new SplittableRandom(7));
    IntervalRow counted = row(SALES, 0, 3, everything);
    TeamRow team = team("sales", 1, 4, QUARTER);
    store.upsert(batch(0, counted, team));
    assertThat(sales()).containsExactly(counted);
    assertThat(store.teams("sales", Period.ALWAYS, 100)).containsExactly(team);
    assertThat(store.rows(SALES, Basis.EVENT, Period.ALWAYS, 100)).isEmpty();
  }

  @Test
  void aStaleRevisionIsIgnoredAndAnEqualOneReplaces() {
    store.upsert(batch(0, row(SALES, 0, 5, answered(5)), row(SALES, 0, 4, answered(5, 6, 7))));
    assertThat(sales()).containsExactly(row(SALES, 0, 5, answered(5)));
    store.upsert(batch(2, row(SALES, 0, 4, answered(9))));
    assertThat(sales()).containsExactly(row(SALES, 0, 5, answered(5)));
    store.upsert(batch(3, row(SALES, 0, 5, answered(5, 6)), team("sales", 0, 2, 2)));
    assertThat(sales()).containsExactly(row(SALES, 0, 5, answered(5, 6)));
    store.upsert(batch(5, team("sales", 0, 1, 1), row(SALES, 0, 300, answered(1))));
    assertThat(sales()).containsExactly(row(SALES, 0, 300, answered(1)));
    assertThat(store.teams("sales", Period.ALWAYS, 9)).containsExactly(team("sales", 0, 2, 2));
  }

  @Test
  void rowsComeInOrderOfTheirStartAndOnlyThoseOfThePeriod() {
    store.upsert(
        batch(
            0,
            row(SALES, 3, 1, answered(3)),
            row(SALES, 1, 1, answered(1)),
            row(new QueueKey("sales", "voicemail"), 1, 1, answered(9)),
            row(new QueueKey("sale", "voice"), 1, 1, answered(9)),
            row(SALES, 2, 1, answered(2)),
            row(SALES, -1_000_000, 1, answered(0))));
    Period period = new Period(NINE + QUARTER, NINE + 3 * QUARTER);
    assertThat(store.rows(SALES, Basis.ARRIVAL, period, 100))
        .extracting(IntervalRow::start)
        .containsExactly(NINE + QUARTER, NINE + 2 * QUARTER);
    assertThat(store.rows(SALES, Basis.ARRIVAL, period, 1))
        .extracting(IntervalRow::start)
        .containsExactly(NINE + QUARTER);
    assertThat(sales()).hasSize(4).isSortedAccordingTo(Comparator.comparing(IntervalRow::start));
  }

  @Test
  void aQueueInWhichNothingIsCountedAnyMoreIsNoKey() {
    QueueKey chat = new QueueKey("sales", "chat");
    store.upsert(
        batch(
            0,
            row(SALES, 0, 1, new QueueTally()),
            row(SALES, 7, 1, answered(1)),
            row(chat, 0, 1, new QueueTally()),
            team("sales", 0, 1, 0),
            team("support", 0, 1, 0)));
    QueueKey everyChannel = new QueueKey("sales", "*");
    assertThat(store.keys(Basis.ARRIVAL, "sales")).containsExactly(everyChannel, SALES);
    assertThat(store.keys(Basis.EVENT, null))
        .containsExactly(everyChannel, new QueueKey("support", "*"));
    store.upsert(batch(5, row(chat, 3, 2, answered(1))));
    assertThat(store.keys(Basis.ARRIVAL, null)).contains(chat);
  }

  @Test
  void whatComesAgainFromTheSourceChangesNothing() {
    store.upsert(batch(0, row(SALES, 0, 1, answered(1)), row(SALES, 0, 1, answered(2))));
    store.upsert(batch(0, row(SALES, 0, 1, answered(1))));
    assertThat(sales()).containsExactly(row(SALES, 0, 1, answered(2)));
    assertThat(store.progress()).isEqualTo(new Progress("topic", Map.of(0, 2L)));
  }

  @Test
  void theProgressIsKeptWithTheRows() {
    store.upsert(batch(0, row(SALES, 0, 1, answered(1))));
    store.upsert(new RowBatch(List.of(), new Progress("topic", Map.of(3, 70L))));
    store.close();
    store = again();
    assertThat(store.progress()).isEqualTo(new Progress("topic", Map.of(0, 1L, 3, 70L)));
    assertThat(sales()).containsExactly(row(SALES, 0, 1, answered(1)));
    store.upsert(batch(1, row(SALES, 0, 2, answered(2))));
    assertThat(sales()).containsExactly(row(SALES, 0, 2, answered(2)));
  }

  @Test
  void rowsOfALaterSourceBeatThoseOfAnEarlierOneAndTheOthersStay() {
    store.upsert(batch("old", 0, row(SALES, 0, 900, answered(1)), row(SALES, 1, 1, answered(1))));
    store.upsert(batch("new", 0, row(SALES, 0, 1, answered(2))));
    assertThat(store.progress()).isEqualTo(new Progress("new", Map.of(0, 1L)));
    assertThat(sales())
        .containsExactly(row(SALES, 0, 1, answered(2)), row(SALES, 1, 1, answered(1)));
  }

  @Test
  void expiredRowsAreGone() {
    store.upsert(
        batch(
            0,
            row(SALES, 0, 1, answered(1)),
            row(SALES, 1, 1, answered(1)),
            team("sales", 0, 1, 1),
            row(new QueueKey("old", "chat"), 0, 1, answered(1))));
    store.expire(NINE + QUARTER);
    assertThat(sales()).containsExactly(row(SALES, 1, 1, answered(1)));
    assertThat(store.keys(Basis.ARRIVAL, null)).containsExactly(SALES);
    assertThat(store.teams("sales", Period.ALWAYS, 9)).isEmpty();
  }

  /** The same as a map does that keeps the later revision. */
  @Test
  void rowsInAnyOrderReadAsTheLatestOfEach() {
    SplittableRandom random = new SplittableRandom(11);
    Map<List<Object>, Object> model = new HashMap<>();
    long offset = 0;
    for (int i = 0; i < 40; i++) {
      List<Object> rows = new ArrayList<>();
      for (int many = random.nextInt(30); many > 0; many--) {
        Object row = Rows.random(random);
        rows.add(row);
        model.merge(place(row), row, (old, next) -> revision(next) >= revision(old) ? next : old);
      }
      store.upsert(batch(offset, rows.toArray()));
      offset += rows.size();
    }
    List<Object> read = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      for (QueueKey key : store.keys(basis, null)) {
        if (!key.channel().equals("*")) {
          read.addAll(store.rows(key, basis, Period.ALWAYS, 100));
        } else if (basis == Basis.EVENT) {
          read.addAll(store.teams(key.queue(), Period.ALWAYS, 100));
        }
      }
      assertThat(List.copyOf(store.keys(basis, null))).isSortedAccordingTo(KeyOrder.ORDER);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(model.values());
  }

  private static List<Object> place(Object row) {
    return row instanceof IntervalRow its
        ? List.of(its.key(), its.basis(), its.start())
        : List.of(((TeamRow) row).queue(), ((TeamRow) row).start());
  }

  private static long revision(Object row) {
    return row instanceof IntervalRow its ? its.revision() : ((TeamRow) row).revision();
  }
}
