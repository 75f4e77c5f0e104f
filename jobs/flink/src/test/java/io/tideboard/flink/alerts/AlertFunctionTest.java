// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.core.alerts.AlertCatalog;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertPhase;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.CloseReason;
import io.tideboard.core.alerts.Finding;
import io.tideboard.core.alerts.Level;
import io.tideboard.core.alerts.Reading;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The alerts under Flink's harness: what is told, timers, and what is left in state. */
class AlertFunctionTest {

  private static final AlertCatalog RULES =
      new AlertCatalog(
          Map.of(), AlertRules.DEFAULT.withCalm(new AlertRules.Calm(0.8, Duration.ofMinutes(1))));

  /** What has been told, as the topic would hold it. */
  private final Map<String, AlertEpisode> topic = new TreeMap<>();

  private final List<AlertEpisode> told = new ArrayList<>();

  /** A bad quarter of an hour: a warning, twice; critical; calm, a relapse, and the end. */
  private static final List<Reading> SCENE =
      List.of(
          reading(0, "voice", Level.CLEAR),
          reading(60, "voice", Level.WARNING),
          reading(60, "voice", Level.WARNING),
          reading(65, "chat", Level.WARNING),
          reading(80, "voice", Level.CRITICAL),
          reading(90, "chat", Level.CLEAR),
          reading(95, "voice", Level.CLEAR),
          reading(120, "voice", Level.NEAR),
          reading(130, "voice", Level.CLEAR));

  @Test
  void whateverIsToldTwiceOpensAndClosesOneEpisode() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      for (Reading reading : SCENE) {
        take(reading, harness);
        take(reading, harness);
      }
      time(189, harness);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      time(190, harness);
      assertOneEpisode();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void restoredAfterEveryStepItTellsTheSame() throws Exception {
    for (int stop = 0; stop <= SCENE.size(); stop++) {
      begin();
      OperatorSubtaskState state;
      try (Harness harness = harness()) {
        harness.open();
        for (Reading reading : SCENE.subList(0, stop)) {
          take(reading, harness);
        }
        state = harness.snapshot(1, 1);
      }
      try (Harness harness = harness()) {
        harness.initializeState(state);
        harness.open();
        for (Reading reading : SCENE.subList(stop, SCENE.size())) {
          take(reading, harness);
        }
        time(190, harness);
        assertOneEpisode();
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
      }
    }
  }

  @Test
  void stateOfBeforeWhatWasToldOpensNothingTwice() throws Exception {
    for (int stop = 2; stop <= SCENE.size(); stop++) {
      begin();
      OperatorSubtaskState old;
      try (Harness harness = harness()) {
        harness.open();
        take(SCENE.get(0), harness);
        old = harness.snapshot(1, 1);
        for (Reading reading : SCENE.subList(1, stop)) {
          take(reading, harness);
        }
      }
      try (Harness harness = harness()) {
        harness.initializeState(old);
        harness.open();
        // What led to it is not seen again, only how the queue stands, a little later.
        take(at(SCENE.get(stop - 1), 0.3), harness);
        for (Reading reading : SCENE.subList(stop, SCENE.size())) {
          take(reading, harness);
        }
        time(191, harness);
        assertThat(topic.values()).hasSize(1).noneMatch(AlertEpisode::isOpen);
        assertThat(harness.numKeyedStateEntries()).isZero();
      }
    }
  }

  @Test
  void lostStateClosesWhatHasPassedMeanwhile() throws Exception {
    try (Harness harness = harness()) {
      harness.open();
      take(SCENE.get(1), harness);
    }
    try (Harness harness = harness()) {
      harness.open();
      take(reading(500, "voice", Level.CLEAR), harness);
      time(560, harness);
      assertThat(topic.values()).hasSize(1).noneMatch(AlertEpisode::isOpen);
    }
  }

  @Test
  void readingSurvivesItsSerializer() throws Exception {
    var bytes = new org.apache.flink.core.memory.DataOutputSerializer(64);
    ReadingSerializer.INSTANCE.serialize(SCENE.get(1), bytes);
    var in = new org.apache.flink.core.memory.DataInputDeserializer(bytes.getCopyOfBuffer());
    assertThat(ReadingSerializer.INSTANCE.deserialize(in)).isEqualTo(SCENE.get(1));
  }

  private void begin() {
    topic.clear();
    told.clear();
  }

  private void assertOneEpisode() {
    assertThat(topic).hasSize(1);
    assertThat(told)
        .extracting(AlertEpisode::phase)
        .containsExactly(AlertPhase.OPEN, AlertPhase.OPEN, AlertPhase.ESCALATED, AlertPhase.CLOSED);
    AlertEpisode last = told.get(told.size() - 1);
    assertThat(last.id()).isEqualTo("waiting/sales/voice/" + micros(60));
    assertThat(last.closed()).isEqualTo(CloseReason.CLEARED);
    assertThat(last.changedAt()).isEqualTo(micros(190));
  }

  private static Reading reading(double second, String channel, Level level) {
    Finding finding = new Finding(AlertKind.WAITING, level, 7, 5, micros(second));
    return new Reading(
        new QueueKey("sales", channel),
        micros(second),
        true,
        level == Level.CLEAR ? List.of() : List.of(finding));
  }

  private static Reading at(Reading reading, double later) {
    return new Reading(
        reading.key(),
        reading.at() + Math.round(later * Micros.SECOND),
        reading.inHours(),
        reading.findings());
  }

  private static long micros(double second) {
    return 1_700_000_000_000_000L + Math.round(second * Micros.SECOND);
  }

  private void take(Reading reading, Harness harness) throws Exception {
    harness.processWatermark(new Watermark(reading.at() / Micros.MILLI));
    harness.processElement(new StreamRecord<>(reading));
    collect(harness);
  }

  private void time(double second, Harness harness) throws Exception {
    harness.processWatermark(new Watermark(micros(second) / Micros.MILLI));
    collect(harness);
  }

  private void collect(Harness harness) {
    for (Publication publication : harness.extractOutputValues()) {
      assertThat(publication.topic()).isEqualTo(Topics.ALERTS);
      AlertEpisode episode = AlertJson.read(publication.value());
      assertThat(publication.key()).isEqualTo(episode.id());
      topic.put(publication.key(), episode);
      told.add(episode);
    }
    harness.getOutput().clear();
  }

  private Harness harness() throws Exception {
    List<AlertEpisode> before = List.copyOf(topic.values());
    AlertSettings settings = AlertSettings.of(RULES).after(() -> before);
    return new Harness(new AlertFunction(settings));
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Reading, Publication> {
    Harness(AlertFunction function) throws Exception {
      super(
          new KeyedProcessOperator<>(function),
          reading -> reading.key().queue(),
          BasicTypeInfo.STRING_TYPE_INFO);
    }
  }
}
