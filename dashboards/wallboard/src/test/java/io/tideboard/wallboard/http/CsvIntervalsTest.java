// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.Sample;
import io.tideboard.history.HistoryQuery;
import io.tideboard.history.HistorySettings;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.Period;
import io.tideboard.history.Progress;
import io.tideboard.history.RowBatch;
import io.tideboard.history.RowChange;
import io.tideboard.history.rocks.RocksStore;
import io.tideboard.wallboard.Figures;
import io.tideboard.wallboard.table.IntervalFilter;
import io.tideboard.wallboard.table.IntervalTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store says what the table in memory says, of which {@code batch} makes its files. */
class CsvIntervalsTest {

  private static final long QUARTER = 900 * Micros.SECOND;
  private static final String[] QUEUES = {"sales", "sales east", "a \"b\", c", "nobody"};
  private static final String[] CHANNELS = {"voice", "chat", "email"};

  private final IntervalStore store = RocksStore.temporary(HistorySettings.LEAST_CACHE);
  private final IntervalTable table = new IntervalTable();
  private final SplittableRandom random = new SplittableRandom(5);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyQueryReadsAsTheTableInMemoryDoesToTheLastDigit() throws IOException {
    List<RowChange> changes = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      RowChange.Place place = new RowChange.Place(0, i);
      if (random.nextInt(4) == 0) {
        TeamRow row = team();
        table.upsert(row);
        changes.add(new RowChange.OfTeam(place, row));
      } else {
        IntervalRow row = row();
        table.upsert(row);
        changes.add(new RowChange.OfQueue(place, row));
      }
    }
    store.upsert(new RowBatch(changes, new Progress("topic", Map.of(0, 3_000L))));
    for (int i = 0; i < 60; i++) {
      Basis basis = Basis.values()[i % 2];
      String queue = random.nextBoolean() ? null : QUEUES[random.nextInt(QUEUES.length)];
      String channel = random.nextBoolean() ? null : random.nextInt(4) == 0 ? "*" : channel();
      long from = i < 8 ? Long.MIN_VALUE : start();
      long to = i < 8 ? Long.MAX_VALUE : from + random.nextInt(60) * QUARTER;
      StringBuilder expected = new StringBuilder();
      table.writeCsv(
          expected,
          QueueCatalog.DEFAULTS,
          new IntervalFilter(basis, queue, channel, new IntervalFilter.Period(from, to)));
      assertThat(csv(new HistoryQuery(basis, queue, channel, new Period(from, to))))
          .isEqualTo(expected.toString());
    }
  }

  private String csv(HistoryQuery query) throws IOException {
    CsvIntervals csv = new CsvIntervals(store, QueueCatalog.DEFAULTS, query);
    StringBuilder text = new StringBuilder();
    do {
      text.append(csv.next());
    } while (!csv.isComplete());
    return text.toString();
  }

  private IntervalRow row() {
    // Of the last queue only the team is known.
    QueueKey key = new QueueKey(QUEUES[random.nextInt(3)], channel());
    Basis basis = Basis.values()[random.nextInt(2)];
    return new IntervalRow(key, start(), 15, basis, random.nextInt(9), tally());
  }

  private QueueTally tally() {
    QueueTally tally = new QueueTally();
    for (int visits = random.nextInt(4); visits > 0; visits--) {
      long wait = random.nextLong(60 * Micros.SECOND);
      tally.add(Measure.OFFERED, 1);
      tally.add(Measure.ANSWERED, 1);
      tally.add(Measure.ANSWER_WAIT_MICROS, wait);
      tally.add(Sample.ANSWER_WAIT, wait, 1);
      tally.add(Measure.HANDLED, 1);
      tally.add(Measure.HANDLE_MICROS, 3 * wait + 1);
    }
    return tally;
  }

  private TeamRow team() {
    TeamTimes times = new TeamTimes();
    times.add(TeamMeasure.AVAILABLE, random.nextLong(QUARTER));
    times.add(TeamMeasure.BUSY, random.nextLong(QUARTER));
    times.add(TeamMeasure.COVERED, random.nextInt(2) * QUARTER);
    times.add(TeamMeasure.SCHEDULED, random.nextLong(QUARTER));
    String queue = QUEUES[random.nextInt(QUEUES.length)];
    return new TeamRow(queue, start(), 15, random.nextInt(9), times);
  }

  private String channel() {
    return CHANNELS[random.nextInt(CHANNELS.length)];
  }

  private long start() {
    return Micros.of(Figures.NINE) + random.nextInt(200) * QUARTER;
  }
}
