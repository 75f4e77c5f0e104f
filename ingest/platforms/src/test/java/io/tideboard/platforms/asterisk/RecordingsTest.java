// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.telephony.QueueTotals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The recordings of a made-up Asterisk, whose README has the totals. */
class RecordingsTest {

  private static final Map<String, QueueTotals> TOTALS =
      Map.of(
          "orders", new QueueTotals(26, 13, 6, 6, 1, 0),
          "service", new QueueTotals(25, 13, 3, 9, 0, 0));

  @Test
  void theQueueLogAddsUpToTheTotals() {
    Heard log = log();
    assertThat(QueueTotals.of(log.events)).isEqualTo(TOTALS);
    assertThat(log.refused).isZero();
  }

  @Test
  void theManagerConnectionsAddUpToTheSameTotalsAcrossTheCutOffAndTheRestart() {
    Heard manager = manager();
    assertThat(QueueTotals.of(manager.events)).isEqualTo(TOTALS);
    assertThat(manager.refused).isZero();
  }

  @Test
  void bothTellTheSameOfEveryCall() {
    assertThat(told(manager())).containsExactlyInAnyOrderElementsOf(told(log()));
  }

  @Test
  void noTwoEventsHaveTheSameId() {
    for (Heard heard : List.of(log(), manager())) {
      Set<String> ids = new java.util.HashSet<>();
      heard.events.forEach(event -> assertThat(ids.add(event.header().id())).isTrue());
    }
  }

  @Test
  void everyRestartIsToldByBothWithinTheSecondsInWhichUptimesAreCounted() {
    List<Long> manager = restarts(manager());
    List<Long> log = restarts(log());
    assertThat(manager).hasSameSizeAs(log);
    for (int i = 0; i < log.size(); i++) {
      assertThat(manager.get(i)).isBetween(log.get(i) - 2000, log.get(i) + 1000);
    }
  }

  static Heard manager() {
    Heard heard = Heard.pbx();
    for (String name : List.of("ami-1.txt", "ami-2-cut-off.txt", "ami-3-after-restart.txt")) {
      byte[] bytes = Heard.recording(name);
      new AmiDecoder(65_536, message -> heard.message(message, 0)).read(bytes, 0, bytes.length);
      heard.disconnected();
    }
    return heard;
  }

  private static Heard log() {
    Heard heard = Heard.pbx();
    String log = new String(Heard.recording("queue_log"), StandardCharsets.UTF_8);
    log.lines().forEach(heard::line);
    return heard;
  }

  /** What readers count: visits, how they end, and who served. */
  private static List<String> told(Heard heard) {
    Set<EventType> counted =
        Set.of(
            EventType.INTERACTION_QUEUED,
            EventType.INTERACTION_DECLINED,
            EventType.INTERACTION_ANSWERED,
            EventType.INTERACTION_ABANDONED,
            EventType.INTERACTION_DEQUEUED,
            EventType.INTERACTION_TRANSFERRED,
            EventType.INTERACTION_WRAPPED_UP);
    return heard.events.stream()
        .filter(event -> counted.contains(event.type()))
        .map(InteractionEvent.class::cast)
        .map(
            event ->
                event.type()
                    + " "
                    + event.contact().interaction()
                    + " "
                    + event.contact().queue()
                    + " "
                    + event.contact().agent()
                    + " "
                    + event.change())
        .toList();
  }

  private static List<Long> restarts(Heard heard) {
    return heard.events.stream()
        .filter(event -> event.type() == EventType.SOURCE_RESTARTED)
        .map(Event::header)
        .map(header -> header.occurredAt().toEpochMilli())
        .toList();
  }
}
