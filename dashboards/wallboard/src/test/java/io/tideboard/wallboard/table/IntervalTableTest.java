// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.table;

import static io.tideboard.wallboard.Figures.NINE;
import static io.tideboard.wallboard.Figures.SALES;
import static io.tideboard.wallboard.Figures.andAbandoned;
import static io.tideboard.wallboard.Figures.answered;
import static io.tideboard.wallboard.Figures.row;
import static io.tideboard.wallboard.Figures.teamRow;
import static io.tideboard.wallboard.Figures.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.TeamMeasure;
import io.tideboard.core.agents.TeamTimes;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.QueueTally;
import io.tideboard.core.tally.ServiceLevelFormula;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalTableTest {

  private final IntervalTable table = new IntervalTable();

  @Test
  void theTableReadsAsItAlwaysHas() throws IOException {
    QueueTally handled = answered(5, 12, 33);
    handled.add(Measure.HANDLED, 3);
    handled.add(Measure.HANDLE_MICROS, 36_900_000);
    handled.add(Measure.TALK_MICROS, 12_300_001);
    table.upsert(row(SALES, 1, 1, andAbandoned(handled, 1)));
    table.upsert(row(new QueueKey("a \"quoted\", queue", "chat"), 4, 1, answered(7)));
    table.upsert(row(SALES, 0, 1, new QueueTally().plus(onlyOffered())));
    assertThat(csv()).isEqualTo(golden());
  }

  @Test
  void aStaleRevisionIsIgnoredAndAnEqualOneReplaces() throws IOException {
    table.upsert(row(SALES, 0, 5, answered(5)));
    table.upsert(row(SALES, 0, 4, answered(5, 6, 7)));
    assertThat(offered()).isEqualTo(1);
    table.upsert(row(SALES, 0, 5, answered(5, 6)));
    assertThat(offered()).isEqualTo(2);
  }

  @Test
  void aRowInWhichNothingIsCountedAnyMoreIsNotShown() {
    table.upsert(row(SALES, 0, 1, answered(5)));
    table.upsert(row(SALES, 0, 2, new QueueTally()));
    assertThat(table.rows(IntervalFilter.all(Basis.ARRIVAL))).isEmpty();
  }

  @Test
  void thePeriodHoldsItsBeginAndNotItsEnd() {
    for (int quarter = 0; quarter < 4; quarter++) {
      table.upsert(row(SALES, quarter, 1, answered(quarter)));
    }
    long from = Micros.of(NINE.plusSeconds(900));
    long to = Micros.of(NINE.plusSeconds(2_700));
    IntervalFilter filter =
        new IntervalFilter(Basis.ARRIVAL, "sales", "voice", new IntervalFilter.Period(from, to));
    assertThat(table.rows(filter).map(IntervalRow::start))
        .containsExactly(from, Micros.of(NINE.plusSeconds(1_800)));
  }

  @Test
  void aChangedFormulaHoldsForWhatWasCountedBefore() throws IOException {
    table.upsert(row(SALES, 0, 1, andAbandoned(answered(5), 1)));
    assertThat(level(QueueDefinition.DEFAULT)).isEqualTo("0.5");
    assertThat(level(by(ServiceLevelFormula.ANSWERED))).isEqualTo("1");
  }

  @Test
  void whatTheAgentsDidStandsBesideEveryChannelOfTheQueueOnEitherBasis() throws IOException {
    table.upsert(row(SALES, 0, 1, answered(5)));
    table.upsert(row(new QueueKey("sales", "chat"), 0, 1, answered(5)));
    table.upsert(row(SALES, 1, 1, answered(5)));
    table.upsert(teamRow(0, 2, times()));
    table.upsert(teamRow(0, 1, new TeamTimes()));
    String[] lines = csv().split("\n");
    assertThat(lines[0]).endsWith(",occupancy,utilisation,adherence,scheduledAgents,staffingGap");
    assertThat(lines[1]).startsWith("sales,chat,").endsWith(",0.5,0.25,0.5,4,2");
    assertThat(lines[2]).startsWith("sales,voice,").endsWith(",0.5,0.25,0.5,4,2");
    assertThat(lines[3]).endsWith(",,,,,");
  }

  @Test
  void anIntervalForWhichOnlyAScheduleExistsHasARowOnEveryChannelOfTheQueue() throws IOException {
    table.upsert(row(SALES, 0, 1, answered(5)));
    table.upsert(row(new QueueKey("sales", "chat"), 3, 1, answered(5)));
    table.upsert(teamRow(1, 1, times()));
    table.upsert(row(SALES, 1, 2, new QueueTally()));
    String[] lines = csv().split("\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[1]).startsWith("sales,chat,2026-03-02T09:15:00Z,15,0,").endsWith(",4,2");
    assertThat(lines[2]).startsWith("sales,chat,2026-03-02T09:45:00Z,15,1,");
    assertThat(lines[3]).startsWith("sales,voice,2026-03-02T09:00:00Z,15,1,");
    assertThat(lines[4]).startsWith("sales,voice,2026-03-02T09:15:00Z,15,0,").endsWith(",4,2");
    IntervalFilter chat =
        new IntervalFilter(Basis.EVENT, "sales", "chat", IntervalFilter.Period.ALWAYS);
    assertThat(table.rows(chat)).as("on the basis of events no channel is known").isEmpty();
  }

  @Test
  void aScheduleOfAQueueThatNobodyCameToStandsBesideEveryChannel() throws IOException {
    table.upsert(teamRow(1, 1, times()));
    String[] lines = csv().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[1]).startsWith("sales,*,2026-03-02T09:15:00Z,15,0,").endsWith(",4,2");
  }

  @Test
  void anIntervalInWhichAgentsWorkedWithoutAScheduleAndWithoutContactsHasNone() {
    TeamTimes times = new TeamTimes();
    times.add(TeamMeasure.AVAILABLE, 60_000_000);
    table.upsert(teamRow(1, 1, times));
    assertThat(table.rows(IntervalFilter.all(Basis.EVENT))).isEmpty();
  }

  private String level(QueueDefinition definition) throws IOException {
    StringBuilder text = new StringBuilder();
    table.writeCsv(text, new QueueCatalog(Map.of("sales", definition), definition), Basis.ARRIVAL);
    String[] lines = text.toString().split("\n");
    int column = List.of(lines[0].split(",")).indexOf("serviceLevel");
    return lines[1].split(",")[column];
  }

  private static QueueDefinition by(ServiceLevelFormula formula) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    return new QueueDefinition(
        usual.threshold(),
        usual.channelThresholds(),
        usual.target(),
        formula,
        usual.shortAbandon(),
        usual.atRiskShare(),
        usual.timeZone(),
        usual.dayStart(),
        usual.interval(),
        OpeningHours.ALWAYS,
        Map.of(),
        null,
        usual.maxWrapUp());
  }

  private static QueueTally onlyOffered() {
    QueueTally tally = new QueueTally();
    tally.add(Measure.OFFERED, 1);
    tally.add(Measure.OPEN, 1);
    return tally;
  }

  private long offered() {
    return table
        .rows(IntervalFilter.all(Basis.ARRIVAL))
        .mapToLong(row -> row.tally().get(Measure.OFFERED))
        .sum();
  }

  private String csv() throws IOException {
    StringBuilder text = new StringBuilder();
    table.writeCsv(text, QueueCatalog.DEFAULTS, Basis.ARRIVAL);
    return text.toString();
  }

  private static String golden() throws IOException {
    try (InputStream in = IntervalTableTest.class.getResourceAsStream("/intervals-arrival.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
