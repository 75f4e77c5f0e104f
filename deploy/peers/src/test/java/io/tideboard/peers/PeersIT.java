// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.bench.BenchTopics;
import io.tideboard.bench.LogForm;
import io.tideboard.bench.Peer;
import io.tideboard.bench.PeerRun;
import io.tideboard.bench.SimulatedLog;
import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.flink.EmbeddedFlink;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both peers over the same simulated morning, beside a recount by hand. */
final class PeersIT {

  /** Ends in the busy hours, so that many still wait. */
  private static final int EVENTS = 150_000;

  private static EmbeddedKafka kafka;
  private static EmbeddedFlink flink;
  private static Map<String, Row> recount;
  private static boolean somebodyComesBack;

  @BeforeAll
  static void fillTheLog() throws Exception {
    kafka = EmbeddedKafka.start();
    flink = EmbeddedFlink.start(2);
    kafka.createTopics(4);
    BenchTopics.create(
        kafka.bootstrapServers(), 4, List.of(LogForm.JSON.topic(), "sql", "streams"));
    List<Event> log = firstOf(SimulatedLog.events());
    SimulatedLog.fill(
        kafka.bootstrapServers(), log.iterator(), EVENTS, EnumSet.allOf(LogForm.class));
    recount = Recount.of(log);
    somebodyComesBack =
        log.stream().anyMatch(event -> event.type() == EventType.INTERACTION_REOPENED);
  }

  @AfterAll
  static void stop() {
    flink.close();
    kafka.close();
  }

  @Test
  void flinkSqlCountsWhatARecountCounts() throws Exception {
    assertThat(rowsOf(new FlinkSqlPeer(), "sql")).containsExactlyInAnyOrderEntriesOf(recount);
  }

  @Test
  void kafkaStreamsCountsWhatARecountCounts() throws Exception {
    assertThat(rowsOf(new KafkaStreamsPeer(), "streams"))
        .containsExactlyInAnyOrderEntriesOf(recount);
  }

  @Test
  void theLogHasEveryKindOfEndAndContactsThatWaitOrComeBack() {
    Row sum = recount.values().stream().reduce(Row.NONE, Row::plus);

    assertThat(sum.answeredWithin()).isPositive().isLessThan(sum.answered());
    assertThat(sum.abandoned()).isPositive();
    assertThat(sum.waiting()).isPositive();
    assertThat(somebodyComesBack).isTrue();
    assertThat(sum.offered()).isGreaterThan(sum.answered() + sum.abandoned() + sum.waiting());
  }

  @Test
  void theBenchFindsBoth() {
    Stream<String> names = ServiceLoader.load(Peer.class).stream().map(each -> each.get().name());

    assertThat(names).containsExactly("flink-sql", "kafka-streams");
  }

  private static Map<String, Row> rowsOf(Peer peer, String topic) throws Exception {
    peer.run(new PeerRun(kafka.bootstrapServers(), topic, flink, 2));
    return Row.latestIn(topic, kafka.bootstrapServers());
  }

  private static List<Event> firstOf(Iterator<Event> events) {
    return Stream.generate(events::next).limit(EVENTS).toList();
  }
}
