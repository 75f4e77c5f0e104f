// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static io.tideboard.history.Rows.NINE;
import static io.tideboard.history.Rows.QUARTER;
import static io.tideboard.history.Rows.SALES;
import static io.tideboard.history.Rows.answered;
import static io.tideboard.history.Rows.batch;
import static io.tideboard.history.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.history.rocks.RocksStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryWriterTest {

  private static final int DAY = 96;

  private final IntervalStore store = RocksStore.temporary(HistorySettings.LEAST_CACHE);
  private final Instant now = Micros.instant(NINE + 10L * DAY * QUARTER);
  private final HistoryWriter writer = new HistoryWriter(store, Duration.ofDays(2), () -> now);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatBecomesTooOldIsLetGoAndWhatIsTooOldIsNotTaken() {
    writer.write(batch(0, row(SALES, 0, 1, answered(1)), row(SALES, 1, 1, answered(1))));
    writer.write(batch(2, row(SALES, 2 * DAY, 1, answered(1))));
    assertThat(quarters()).containsExactly(0L, 1L, 2L * DAY);
    writer.write(batch(3, row(SALES, 3 * DAY + 1, 1, answered(1)), row(SALES, 5, 1, answered(1))));
    assertThat(quarters()).containsExactly(2L * DAY, 3L * DAY + 1);
    assertThat(store.progress().next(0)).isEqualTo(5);
  }

  @Test
  void aRowAheadOfTheClockMakesNoOtherOneOld() {
    writer.write(
        batch(0, row(SALES, 9 * DAY, 1, answered(1)), row(SALES, 90 * DAY, 1, answered(1))));
    assertThat(quarters()).containsExactly(9L * DAY, 90L * DAY);
  }

  @Test
  void withoutARetentionEverythingStays() {
    new HistoryWriter(store, Duration.ZERO, () -> now)
        .write(batch(0, row(SALES, -9_000_000, 1, answered(1)), row(SALES, 0, 1, answered(1))));
    assertThat(quarters()).hasSize(2);
  }

  private List<Long> quarters() {
    return store.rows(SALES, Basis.ARRIVAL, Period.ALWAYS, 99).stream()
        .map(IntervalRow::start)
        .map(start -> (start - NINE) / QUARTER)
        .toList();
  }
}
