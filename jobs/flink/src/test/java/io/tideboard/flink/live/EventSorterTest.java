// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static io.tideboard.flink.live.CallEvents.answered;
import static io.tideboard.flink.live.CallEvents.event;
import static io.tideboard.flink.live.CallEvents.logged;
import static io.tideboard.flink.live.CallEvents.millis;
import static io.tideboard.flink.live.CallEvents.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.SourceRestarted;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.flink.state.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sorter under Flink's harness: what goes where, together with what, and before what time. */
class EventSorterTest {

  private static final long WALL = 1_000_000;

  private OneInputStreamOperatorTestHarness<KeyedEvent, EventBundle> sorter;

  @BeforeEach
  void open() throws Exception {
    sorter =
        new OneInputStreamOperatorTestHarness<>(
            new EventSorter(Duration.ofMillis(50)),
            Types.KEYED_EVENT.createSerializer(new SerializerConfigImpl()));
    sorter.setProcessingTime(WALL);
    sorter.open();
  }

  @AfterEach
  void close() throws Exception {
    sorter.close();
  }

  @Test
  void eventsOfACallGoTogetherAndBeforeTimeGoesOn() throws Exception {
    take(queued("c1", 0));
    take(queued("c2", 1));
    take(answered("c1", 2));
    assertThat(sorter.getOutput()).isEmpty();
    sorter.processWatermark(new Watermark(millis(2)));
    Queue<Object> sent = sorter.getOutput();
    assertThat(sent).hasSize(3);
    assertThat(sizes(sent)).containsExactly(Map.entry("c1", 2), Map.entry("c2", 1));
    assertThat(sent).last().isEqualTo(new Watermark(millis(2)));
  }

  @Test
  void whatArrivesIsSentSoonAlthoughTimeStands() throws Exception {
    take(queued("c1", 0));
    sorter.setProcessingTime(WALL + 50);
    assertThat(sizes(sorter.getOutput())).containsExactly(Map.entry("c1", 1));
  }

  @Test
  void nothingIsLeftBehindACheckpoint() throws Exception {
    take(queued("c1", 0));
    sorter.prepareSnapshotPreBarrier(1);
    assertThat(sizes(sorter.getOutput())).containsExactly(Map.entry("c1", 1));
  }

  @Test
  void whoCatchesUpSendsMoreTogetherAndTimeWaits() throws Exception {
    sorter.processWatermark(new Watermark(millis(0)));
    sorter.getOutput().clear();
    for (int i = 0; i < 3_000; i++) {
      take(queued("c" + i % 7, i));
    }
    sorter.processWatermark(new Watermark(millis(3_000)));
    assertThat(sorter.getOutput()).isEmpty();
    sorter.setProcessingTime(WALL + 100);
    assertThat(sorter.getOutput()).hasSize(8).last().isEqualTo(new Watermark(millis(3_000)));
  }

  @Test
  void atTheEndOfALogTimeFirstComesToItsLastEvent() throws Exception {
    sorter.processElement(new StreamRecord<>(queued("c1", 0), millis(0)));
    sorter.processElement(new StreamRecord<>(queued("c2", 90), millis(90)));
    sorter.processWatermark(Watermark.MAX_WATERMARK);
    assertThat(sorter.getOutput())
        .hasSize(4)
        .endsWith(new Watermark(millis(90)), Watermark.MAX_WATERMARK);
  }

  @Test
  void agentsAndRestartsGoTheirOwnWays() throws Exception {
    take(
        logged(
            new AgentStateChanged(
                new EventHeader("s1", "test", CallEvents.at(0)),
                "ada",
                AgentState.AVAILABLE,
                null,
                List.of("sales"),
                Map.of())));
    take(logged(new SourceRestarted(new EventHeader("r1", "test", CallEvents.at(1)))));
    sorter.prepareSnapshotPreBarrier(1);
    assertThat(sorter.getOutput()).isEmpty();
    assertThat(aside(EventSorter.OF_AGENTS)).extracting(EventBundle::key).containsExactly("ada");
    assertThat(aside(EventSorter.REPAIRS)).extracting(KeyedEvent::key).containsExactly("test");
  }

  @Test
  void garbageGoesWithTheInteractionsWhereItIsCounted() throws Exception {
    take(new KeyedEvent("c1", new byte[] {1, 2, 3}));
    sorter.prepareSnapshotPreBarrier(1);
    assertThat(sizes(sorter.getOutput())).containsExactly(Map.entry("c1", 1));
  }

  @Test
  void offerThatIsCutOffGoesWithTheInteractionsToo() throws Exception {
    byte[] offer = logged(event("c1", 0, new InteractionChange.Offered())).value();
    take(new KeyedEvent("c1", Arrays.copyOf(offer, 14)));
    sorter.prepareSnapshotPreBarrier(1);
    assertThat(sizes(sorter.getOutput())).containsExactly(Map.entry("c1", 1));
  }

  @Test
  void bundleHandsOutWhatWasPutInAlsoAfterItTravelled() throws Exception {
    KeyedEvent first = queued("c1", 0);
    KeyedEvent second = answered("c1", 2);
    EventBundle bundle = EventBundle.of(first);
    bundle.add(second.value());
    var serializer = Types.EVENT_BUNDLE.createSerializer(new SerializerConfigImpl());
    var out = new DataOutputSerializer(16);
    serializer.serialize(bundle, out);
    EventBundle travelled =
        serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    List<Object> events = new ArrayList<>();
    travelled.forEach(
        (bytes, from, to) ->
            events.add(CompactForm.decode(Arrays.copyOfRange(bytes, from, to)).event()));
    assertThat(travelled.key()).isEqualTo("c1");
    assertThat(travelled.count()).isEqualTo(2);
    assertThat(events)
        .containsExactly(
            CompactForm.decode(first.value()).event(), CompactForm.decode(second.value()).event());
  }

  private void take(KeyedEvent event) throws Exception {
    sorter.processElement(new StreamRecord<>(event));
  }

  private <T> List<T> aside(OutputTag<T> tag) {
    return sorter.getSideOutput(tag).stream().map(StreamRecord::getValue).toList();
  }

  private static List<Map.Entry<String, Integer>> sizes(Queue<Object> sent) {
    List<Map.Entry<String, Integer>> sizes = new ArrayList<>();
    for (Object each : sent) {
      if (each instanceof StreamRecord<?> record
          && record.getValue() instanceof EventBundle bundle) {
        sizes.add(Map.entry(bundle.key(), bundle.count()));
      }
    }
    return sizes;
  }
}
