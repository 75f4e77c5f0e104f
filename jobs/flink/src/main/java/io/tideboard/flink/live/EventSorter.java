// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.flink.state.Types;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Sends each event where it is followed: its interaction, its agent, or everybody whom a platform's
 * list or restart concerns. What is no event that can be read goes with the interactions, where it
 * is counted; what nothing depends on goes nowhere.
 */
public final class EventSorter extends ProcessFunction<KeyedEvent, KeyedEvent> {

  /** Lists of queues, and restarts of platforms. */
  public static final OutputTag<KeyedEvent> REPAIRS = new OutputTag<>("repairs", Types.KEYED_EVENT);

  /** States and schedules of agents. */
  public static final OutputTag<KeyedEvent> OF_AGENTS =
      new OutputTag<>("of agents", Types.KEYED_EVENT);

  /** Lists of agents. */
  public static final OutputTag<KeyedEvent> AGENT_LISTS =
      new OutputTag<>("lists of agents", Types.KEYED_EVENT);

  private static final Map<EventType, OutputTag<KeyedEvent>> ASIDE =
      new EnumMap<>(
          Map.of(
              EventType.QUEUE_SNAPSHOT, REPAIRS,
              EventType.SOURCE_RESTARTED, REPAIRS,
              EventType.AGENT_STATE, OF_AGENTS,
              EventType.SCHEDULE_PUBLISHED, OF_AGENTS,
              EventType.AGENT_SNAPSHOT, AGENT_LISTS));

  @Override
  public void processElement(KeyedEvent event, Context context, Collector<KeyedEvent> out) {
    EventType type = type(event);
    if (type == null || Moment.TYPES.contains(type) || tellsChannel(type, event)) {
      out.collect(event);
      return;
    }
    OutputTag<KeyedEvent> side = ASIDE.get(type);
    if (side != null) {
      context.output(side, event);
    }
  }

  /** Offers only where they may be the first to name the channel: there are many of them. */
  private static boolean tellsChannel(EventType type, KeyedEvent event) {
    return Moment.CHANNEL_TELLERS.contains(type) && CompactForm.tellsChannel(event.value());
  }

  private static @Nullable EventType type(KeyedEvent event) {
    try {
      return GlanceReader.type(event.value());
    } catch (InvalidEvent e) {
      return null;
    }
  }
}
