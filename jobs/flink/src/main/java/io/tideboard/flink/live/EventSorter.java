// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.flink.state.Types;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Sends each event where it is followed: its interaction, its agent, or everybody whom a platform's
 * list or restart concerns. Beside the source, where all events of one key pass: what is of one
 * interaction or agent is bundled, and sent before time goes on. What is no event that can be read
 * goes with the interactions, where it is counted; what nothing depends on goes nowhere.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
public final class EventSorter extends AbstractStreamOperator<EventBundle>
    implements OneInputStreamOperator<KeyedEvent, EventBundle> {

  /** Lists of queues, and restarts of platforms. */
  public static final OutputTag<KeyedEvent> REPAIRS = new OutputTag<>("repairs", Types.KEYED_EVENT);

  /** States and schedules of agents. */
  public static final OutputTag<EventBundle> OF_AGENTS =
      new OutputTag<>("of agents", Types.EVENT_BUNDLE);

  /** Lists of agents. */
  public static final OutputTag<KeyedEvent> AGENT_LISTS =
      new OutputTag<>("lists of agents", Types.KEYED_EVENT);

  private enum Way {
    NOWHERE,
    INTERACTION,
    INTERACTION_IF_TELLING_CHANNEL,
    AGENT,
    REPAIRS,
    AGENT_LISTS
  }

  private static final Map<EventType, Way> WAYS = ways();

  /** So many bytes are held at most. */
  private static final long MOST_BYTES = 32 << 20;

  private final Duration tick;

  private transient Gathering<EventBundle> contacts;
  private transient Gathering<EventBundle> agents;
  private transient @Nullable Watermark mark;
  private transient long bytes;
  private transient long latest;

  /**
   * @param tick how often what was gathered is sent although time does not go on
   */
  EventSorter(Duration tick) {
    this.tick = tick;
  }

  private static Map<EventType, Way> ways() {
    Map<EventType, Way> ways = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      ways.put(type, way(type));
    }
    return ways;
  }

  private static Way way(EventType type) {
    if (Moment.TYPES.contains(type)) {
      return Way.INTERACTION;
    }
    if (Moment.CHANNEL_TELLERS.contains(type)) {
      // Only where they may be the first to name the channel: there are many of them.
      return Way.INTERACTION_IF_TELLING_CHANNEL;
    }
    return switch (type) {
      case QUEUE_SNAPSHOT, SOURCE_RESTARTED -> Way.REPAIRS;
      case AGENT_STATE, SCHEDULE_PUBLISHED -> Way.AGENT;
      case AGENT_SNAPSHOT -> Way.AGENT_LISTS;
      default -> Way.NOWHERE;
    };
  }

  @Override
  public void open() throws Exception {
    super.open();
    contacts = new Gathering<>(EventBundle::new);
    agents = new Gathering<>(EventBundle::new);
    latest = Long.MIN_VALUE;
    nextTick();
  }

  @Override
  public void processElement(StreamRecord<KeyedEvent> record) throws Exception {
    KeyedEvent event = record.getValue();
    if (record.hasTimestamp()) {
      latest = Math.max(latest, record.getTimestamp());
    }
    switch (way(event)) {
      case INTERACTION -> gather(event, contacts);
      case AGENT -> gather(event, agents);
      case REPAIRS -> output.collect(REPAIRS, new StreamRecord<>(event));
      case AGENT_LISTS -> output.collect(AGENT_LISTS, new StreamRecord<>(event));
      case INTERACTION_IF_TELLING_CHANNEL, NOWHERE -> {}
    }
  }

  private static Way way(KeyedEvent event) {
    try {
      Way way = WAYS.getOrDefault(GlanceReader.type(event.value()), Way.NOWHERE);
      return way == Way.INTERACTION_IF_TELLING_CHANNEL && CompactForm.tellsChannel(event.value())
          ? Way.INTERACTION
          : way;
    } catch (InvalidEvent e) {
      return Way.INTERACTION;
    }
  }

  private void gather(KeyedEvent event, Gathering<EventBundle> into) throws Exception {
    into.one(event.key()).add(event.value());
    bytes += event.value().length;
    if (into.isFull() || bytes >= MOST_BYTES) {
      send();
    }
  }

  private void send() throws Exception {
    long wall = wall();
    bytes = 0;
    contacts.drain(wall, (key, bundle) -> output.collect(new StreamRecord<>(bundle)));
    agents.drain(wall, (key, bundle) -> output.collect(OF_AGENTS, new StreamRecord<>(bundle)));
  }

  /** Sends what there is, unless so much arrives that time had better wait for a moment. */
  private void goOn() throws Exception {
    if (!contacts.mayWait(wall()) && !agents.mayWait(wall())) {
      moveOn();
    }
  }

  /** Time downstream never runs ahead of the events: they are sent first. */
  private void moveOn() throws Exception {
    send();
    if (mark != null) {
      output.emitWatermark(mark);
      mark = null;
    }
  }

  @Override
  public void processWatermark(Watermark next) throws Exception {
    if (next.equals(Watermark.MAX_WATERMARK)) {
      // Time has come to the end of the log before it ends for good: silence counts until then.
      if (latest != Long.MIN_VALUE) {
        mark = new Watermark(latest);
        moveOn();
      }
      mark = next;
      moveOn();
    } else {
      mark = next;
      goOn();
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    moveOn();
    super.processWatermarkStatus(status);
  }

  private void nextTick() {
    getProcessingTimeService().registerTimer(wall() + tick.toMillis(), this::tick);
  }

  private void tick(long at) throws Exception {
    goOn();
    nextTick();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    send();
  }

  private long wall() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
