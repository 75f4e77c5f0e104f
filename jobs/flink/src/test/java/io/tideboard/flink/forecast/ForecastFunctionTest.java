// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.forecast.DemandTerms;
import io.tideboard.core.forecast.IntervalActual;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.planning.ForecastRow;
import io.tideboard.core.planning.IntervalFact;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forecasts under Flink's harness: what is published, when, and what is left. */
class ForecastFunctionTest {

  private static final String VOICE = "Sales/voice";
  private static final String CHAT = "Sales/chat";
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();

  private KeyedTwoInputStreamOperatorTestHarness<String, DemandNews, Control, Publication> job;
  private final Map<String, String> published = new TreeMap<>();
  private final List<ForecastRow> rows = new ArrayList<>();
  private long wall = 1_000_000;

  @BeforeEach
  void open() throws Exception {
    job = harness(ForecastSettings.LIVE, 1, 0);
    job.setProcessingTime(wall);
    job.open();
    job.processWatermark2(new Watermark(Long.MAX_VALUE - 1));
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, DemandNews, Control, Publication>
      harness(ForecastSettings settings, int parallelism, int subtask) throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new ForecastFunction(QueueCatalog.DEFAULTS, settings),
            List.of(ForecastFunction.CONTROLS)),
        DemandNews::key,
        null,
        BasicTypeInfo.STRING_TYPE_INFO,
        128,
        parallelism,
        subtask);
  }

  @Test
  void aNewInstallationForecastsAsSoonAsTimeIsKnown() throws Exception {
    know(VOICE);
    time(at(MONDAY, 32));

    assertThat(rows).isNotEmpty();
    assertThat(rows.get(rows.size() - 1).start())
        .isGreaterThan(Micros.MILLI * at(MONDAY.plusDays(13), 0));
    assertThat(published).containsKey("Sales/voice/2026-03-02T09:00:00Z");
  }

  @Test
  void everyClosedIntervalIsToldAndTheRestIsForecastAnew() throws Exception {
    know(VOICE);
    time(at(MONDAY, 36));
    rows.clear();
    fact(VOICE, MONDAY, 36, 55);
    time(at(MONDAY, 37));

    assertThat(row("Sales/voice/2026-03-02T09:00:00Z").actual()).isEqualTo(55);
    assertThat(row("Sales/voice/2026-03-02T10:00:00Z").issuedAt())
        .isEqualTo(at(MONDAY, 37) * Micros.MILLI);
  }

  @Test
  void aQueueThatFallsSilentCountsNothing() throws Exception {
    know(VOICE);
    time(at(MONDAY, 36));
    time(at(MONDAY, 37));

    assertThat(row("Sales/voice/2026-03-02T09:00:00Z").actual()).isZero();
  }

  @Test
  void aLateCorrectionIsToldWhenTheNextIntervalCloses() throws Exception {
    know(VOICE);
    time(at(MONDAY, 36));
    fact(VOICE, MONDAY, 36, 55);
    time(at(MONDAY, 37));
    fact(VOICE, MONDAY, 36, 58);
    time(at(MONDAY, 38));

    assertThat(row("Sales/voice/2026-03-02T09:00:00Z").actual()).isEqualTo(58);
  }

  @Test
  void aScheduleIsSetAgainstTheNeedOfEveryChannel() throws Exception {
    know(VOICE);
    know(CHAT);
    time(at(MONDAY, 36));
    Plan plan = new Plan(at(MONDAY, 40) * Micros.MILLI, 60, 9, 0, 77);
    job.processElement2(new StreamRecord<>(Planned.of("Sales", plan)));
    time(at(MONDAY, 37));

    for (String key : List.of(VOICE, CHAT)) {
      ForecastRow planned = row(key + "/2026-03-02T10:15:00Z");
      assertThat(planned.need().scheduledAgents()).isEqualTo(9);
      assertThat(planned.need().expectedServiceLevel()).isBetween(0.0, 1.0);
      assertThat(row(key + "/2026-03-02T11:00:00Z").need().scheduledAgents()).isNull();
    }
  }

  @Test
  void aChangedTargetChangesTheNeed() throws Exception {
    know(VOICE);
    time(at(MONDAY, 36));
    int before = row("Sales/voice/2026-03-02T12:00:00Z").need().requiredAgents();
    byte[] strict = "{\"target\": 0.99, \"threshold\": \"5s\"}".getBytes(StandardCharsets.UTF_8);
    job.processElement2(new StreamRecord<>(new Control(Topics.CONFIG, "Sales", strict)));
    job.processElement2(new StreamRecord<>(new Control(Topics.CONFIG, "Sales", new byte[] {'{'})));
    time(at(MONDAY, 37));

    assertThat(row("Sales/voice/2026-03-02T12:00:00Z").need().requiredAgents())
        .isGreaterThan(before);
  }

  @Test
  void aDayInASecondIsForecastOnceAndNothingIsLost() throws Exception {
    know(VOICE);
    time(at(MONDAY, 32));
    rows.clear();
    for (int i = 32; i < 72; i++) {
      fact(VOICE, MONDAY, i, 30);
      job.processWatermark1(new Watermark(at(MONDAY, i + 1)));
    }
    assertThat(rows).isEmpty();
    tick();

    assertThat(rows).filteredOn(row -> row.actual() != null).hasSize(40);
    assertThat(rows).extracting(ForecastRow::wire).doesNotHaveDuplicates();
  }

  @Test
  void aNightIsNoWork() throws Exception {
    know(VOICE);
    time(at(MONDAY, 32));
    for (int i = 32; i < 72; i++) {
      fact(VOICE, MONDAY, i, 30);
    }
    time(at(MONDAY, 73));
    rows.clear();
    for (int i = 74; i < 96; i++) {
      time(at(MONDAY, i));
    }

    assertThat(rows).isEmpty();
  }

  @Test
  void atTheEndNothingIsLeft() throws Exception {
    know(VOICE);
    time(at(MONDAY, 32));
    job.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(job.numKeyedStateEntries()).isZero();
    assertThat(job.numEventTimeTimers()).isZero();
    tick();
    assertThat(job.numKeyedStateEntries()).isZero();
  }

  @Test
  void aLogWithAnEndIsForecastAsEachDayBeginsAndAtItsEnd() throws Exception {
    job.close();
    job = harness(ForecastSettings.BATCH, 1, 0);
    job.open();
    know(VOICE);
    job.processBothWatermarks(new Watermark(at(MONDAY, 1)));
    for (int i = 32; i < 40; i++) {
      fact(VOICE, MONDAY, i, 30);
      job.processBothWatermarks(new Watermark(at(MONDAY, i + 1)));
    }
    job.processBothWatermarks(Watermark.MAX_WATERMARK);
    collect(job);

    assertThat(row("Sales/voice/2026-03-02T09:45:00Z").actual()).isEqualTo(30);
    assertThat(row("Sales/voice/2026-03-02T09:45:00Z").issuedAt())
        .isEqualTo(at(MONDAY, 1) * Micros.MILLI);
    assertThat(row("Sales/voice/2026-03-02T10:00:00Z").issuedAt())
        .isEqualTo(at(MONDAY, 40) * Micros.MILLI);
    assertThat(job.numKeyedStateEntries()).isZero();
  }

  @Test
  void restartsAfterEveryClosingPublishTheSame() throws Exception {
    Map<String, String> undisturbed = day(false);
    published.clear();
    close();
    open();

    assertThat(day(true)).isEqualTo(undisturbed).hasSizeGreaterThan(500);
  }

  @Test
  void twoPartsPublishWhatOneDoes() throws Exception {
    Map<String, String> one = day(false);
    published.clear();
    close();
    open();
    day(MONDAY, 32, 44, false);
    OperatorSubtaskState whole = job.snapshot(1, 1);
    close();
    for (int part = 0; part < 2; part++) {
      job = harness(ForecastSettings.LIVE, 2, part);
      job.setProcessingTime(wall);
      job.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(whole, 128, 1, 2, part));
      job.open();
      job.processWatermark2(new Watermark(Long.MAX_VALUE - 1));
      int its = part;
      mine = key -> partOf(key) == its;
      day(MONDAY, 44, 56, false);
      if (part == 0) {
        job.close();
      }
    }

    assertThat(published).isEqualTo(one);
  }

  private Predicate<String> mine = key -> true;

  private static int partOf(String key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, 128, 2);
  }

  private Map<String, String> day(boolean restarting) throws Exception {
    day(MONDAY, 32, 56, restarting);
    return new TreeMap<>(published);
  }

  private void day(LocalDate date, int from, int to, boolean restarting) throws Exception {
    if (from == 32) {
      know(VOICE);
      know(CHAT);
      time(at(date, from));
    }
    for (int i = from; i < to; i++) {
      for (String key : List.of(VOICE, CHAT)) {
        if (mine.test(key)) {
          fact(key, date, i, 20 + i % 7);
        }
      }
      time(at(date, i + 1));
      if (restarting) {
        OperatorSubtaskState kept = job.snapshot(i, i);
        job.close();
        job = harness(ForecastSettings.LIVE, 1, 0);
        job.setProcessingTime(wall);
        job.initializeState(kept);
        job.open();
        job.processWatermark2(new Watermark(Long.MAX_VALUE - 1));
      }
    }
  }

  private void know(String key) throws Exception {
    DemandModel model = new DemandModel();
    DemandTerms terms = DemandTerms.of(QueueDefinition.DEFAULT);
    for (int day = 42; day > 0; day--) {
      LocalDate date = MONDAY.minusDays(day);
      for (int i = 32; i < 72; i++) {
        model.tell(terms, new IntervalActual(Micros.MILLI * at(date, i), 30 + (i * day) % 9, 200));
      }
    }
    job.processElement1(new StreamRecord<>(new DemandNews(key, null, model.toBytes())));
  }

  private void fact(String key, LocalDate date, int quarter, int contacts) throws Exception {
    long handle = contacts * 200 * Micros.SECOND;
    IntervalFact fact =
        new IntervalFact(
            Micros.MILLI * at(date, quarter), contacts, 0, contacts, handle, handle / 8, 2);
    job.processElement1(new StreamRecord<>(DemandNews.of(key, fact)));
  }

  private void time(long millis) throws Exception {
    job.processWatermark1(new Watermark(millis));
    tick();
  }

  private void tick() throws Exception {
    wall += 1_000;
    job.setProcessingTime(wall);
    collect(job);
  }

  private void collect(
      KeyedTwoInputStreamOperatorTestHarness<String, DemandNews, Control, Publication> from) {
    while (!from.getOutput().isEmpty()) {
      if (from.getOutput().poll() instanceof StreamRecord<?> record
          && record.getValue() instanceof Publication told) {
        assertThat(told.topic()).isEqualTo(Topics.FORECASTS);
        published.put(told.key(), new String(told.value(), StandardCharsets.UTF_8));
        rows.add(ForecastJson.read(told.value()));
      }
    }
  }

  private ForecastRow row(String key) {
    assertThat(published).containsKey(key);
    return ForecastJson.read(published.get(key).getBytes(StandardCharsets.UTF_8));
  }

  private static long at(LocalDate date, int quarter) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + quarter * QUARTER;
  }
}
