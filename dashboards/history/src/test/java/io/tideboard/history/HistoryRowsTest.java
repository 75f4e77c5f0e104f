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

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.history.rocks.RocksStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryRowsTest {

  private static final QueueKey CHAT = new QueueKey("sales", "chat");

  private final IntervalStore store = RocksStore.temporary(HistorySettings.LEAST_CACHE);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aScheduleStandsBesideEveryChannelThatCountsAnything() {
    store.upsert(
        batch(
            0,
            row(SALES, 0, 1, answered(1)),
            row(CHAT, 2, 1, answered(1)),
            row(SALES, 1, 1, new QueueTally()),
            row(SALES, 3, 1, new QueueTally()),
            team("sales", 1, 1, QUARTER),
            team("sales", 2, 1, 0),
            team("support", 0, 1, QUARTER)));
    assertThat(read(null, null, Period.ALWAYS))
        .containsExactly(
            "sales/chat 1 0 with team",
            "sales/chat 2 1 with team",
            "sales/voice 0 1",
            "sales/voice 1 0 with team",
            "support/* 0 0 with team");
    assertThat(read("sales", "voice", new Period(NINE + QUARTER, NINE + 2 * QUARTER)))
        .containsExactly("sales/voice 1 0 with team");
    assertThat(read(null, "*", Period.ALWAYS)).containsExactly("support/* 0 0 with team");
  }

  @Test
  void moreRowsThanOnePageHoldsAreReadOnceEach() {
    int many = 2 * Paged.PAGE + 1;
    List<Object> rows = new ArrayList<>();
    for (int quarter = 0; quarter < many; quarter++) {
      rows.add(row(SALES, quarter, 1, answered(quarter)));
      rows.add(team("sales", quarter, 1, QUARTER));
    }
    store.upsert(batch(0, rows.toArray()));
    List<String> read = read(null, null, Period.ALWAYS);
    assertThat(read).hasSize(many).doesNotHaveDuplicates();
    assertThat(read.get(many - 1)).isEqualTo("sales/voice " + (many - 1) + " 1 with team");
  }

  private List<String> read(String queue, String channel, Period period) {
    List<String> read = new ArrayList<>();
    HistoryRows rows =
        HistoryRows.of(store, new HistoryQuery(Basis.ARRIVAL, queue, channel, period));
    while (rows.hasNext()) {
      HistoryRow next = rows.next();
      read.add(
          next.row().key()
              + " "
              + (next.row().start() - NINE) / QUARTER
              + " "
              + next.row().tally().get(Measure.OFFERED)
              + (next.team() == null ? "" : " with team"));
    }
    return read;
  }
}
