// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.agents.Served;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.DeltaBatch;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.events.compact.InteractionGlance;
import io.tideboard.flink.agents.AgentNews;
import io.tideboard.flink.agents.AgentTypes;
import io.tideboard.flink.state.Types;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one interaction meet: follows its lifecycle, tells warnings and breaches when
 * they are due, and sends what changed, gathered by queue. An operator and not a function because
 * it keeps the stream's time: downstream of it time goes on when nothing arrives.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState and open before anything else.
final class InteractionOperator extends AbstractStreamOperator<QueueChange>
    implements OneInputStreamOperator<KeyedEvent, QueueChange>, Triggerable<String, VoidNamespace> {

  static final OutputTag<Publication> BREACHES = new OutputTag<>("breaches", Types.PUBLICATION);
  static final OutputTag<AgentNews> SERVED = new OutputTag<>("served", AgentTypes.AGENT_NEWS);

  private static final String INTERACTION = "interaction";
  private static final int MOST_GATHERED = 4096;

  private final LiveSettings settings;

  private transient GlanceReader reader;
  private transient ContactWatch watch;
  private transient DeltaBatch gathered;
  private transient ForgetLine atRest;
  private transient StreamTime time;
  private transient ValueState<ContactEntry> entries;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counter unreadable;

  InteractionOperator(LiveSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    time = new StreamTime(context.getOperatorStateStore(), settings.silence(), wall());
  }

  @Override
  public void open() throws Exception {
    super.open();
    TermsMemory terms = new TermsMemory(settings.catalog());
    reader = new GlanceReader(Moment.TYPES);
    watch = new ContactWatch(terms);
    gathered = new DeltaBatch();
    atRest = new ForgetLine();
    entries = getPartitionedState(new ValueStateDescriptor<>(INTERACTION, Types.CONTACT_ENTRY));
    timers = getInternalTimerService("wake", VoidNamespaceSerializer.INSTANCE, this);
    rememberedKeys().forEach(key -> atRest.join(key, StreamClock.UNKNOWN));
    unreadable = getMetricGroup().counter("unreadable");
    nextTick(wall());
  }

  private List<String> rememberedKeys() {
    try (Stream<String> keys =
        this.<String>getKeyedStateBackend().getKeys(INTERACTION, VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  @Override
  public void processElement(StreamRecord<KeyedEvent> record) throws Exception {
    Moment moment = read(record.getValue());
    if (moment == null) {
      return;
    }
    ContactEntry known = entries.value();
    ContactEntry entry = known == null ? ContactEntry.NONE : known;
    WatchStep step = watch.on(record.getValue().key(), entry.watched(), moment, time.micros());
    if (step.watched().interaction() != entry.watched().interaction()) {
      tell(step);
      keep(record.getValue().key(), step, entry);
    }
  }

  private @Nullable Moment read(KeyedEvent record) {
    try {
      InteractionGlance event = reader.read(record.value());
      return event == null ? null : Moment.of(event);
    } catch (InvalidEvent e) {
      // Written by a later version, or not by a gateway. It stays in the log; others go on.
      unreadable.inc();
      return null;
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    ContactEntry entry = entries.value();
    if (entry != null && entry.watched().alarmed()) {
      WatchStep step =
          watch.alarm(timer.getKey(), entry.watched(), timer.getTimestamp() * Micros.MILLI);
      tell(step);
      keep(timer.getKey(), step, entry);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}

  private void tell(WatchStep step) {
    for (Fact fact : step.facts()) {
      gathered.take(fact);
      if (fact instanceof Fact.LegRevised leg) {
        Served.tell(
            leg, served -> output.collect(SERVED, new StreamRecord<>(AgentNews.of(served))));
      }
    }
    // What was told before is taken back first: what is told anew may have the same id.
    step.withdrawn().forEach(breach -> tell(breach, true));
    step.broken().forEach(breach -> tell(breach, false));
    if (gathered.size() >= MOST_GATHERED) {
      send();
    }
  }

  private void tell(Breach breach, boolean withdrawn) {
    output.collect(
        BREACHES, new StreamRecord<>(Publication.of(new BreachRecord(breach, withdrawn))));
    if (breach.kind() == BreachKind.BREACH) {
      gathered.breached(breach.key(), withdrawn ? -1 : 1);
    }
  }

  /** Keeps the interaction, with a timer for its next alarm, or in line to be forgotten. */
  private void keep(String key, WatchStep step, ContactEntry before) throws Exception {
    Interaction interaction = step.watched().interaction();
    long forgetAt = interaction.atRest() ? forgetAt(interaction.latest()) : ContactEntry.NEVER;
    ContactEntry entry = new ContactEntry(step.watched(), forgetAt);
    if (entry.watched().alarmAt() != before.watched().alarmAt()) {
      if (before.watched().alarmed()) {
        timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, before.alarmMillis());
      }
      if (entry.watched().alarmed()) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, entry.alarmMillis());
      }
    }
    if (forgetAt != ContactEntry.NEVER && before.forgetAt() == ContactEntry.NEVER) {
      atRest.join(key, lookAgainAt());
    }
    entries.update(entry);
  }

  private long forgetAt(long latest) {
    return Math.max(Micros.ceilMillis(latest), time.clock().now())
        + settings.keepInteraction().toMillis();
  }

  /** Before the first event nobody knows what time it is: then at once. */
  private long lookAgainAt() {
    long now = time.clock().now();
    return now == StreamClock.UNKNOWN ? now : now + settings.keepInteraction().toMillis();
  }

  private void forgetBy(long now) throws Exception {
    for (String key = atRest.next(now); key != null; key = atRest.next(now)) {
      setCurrentKey(key);
      ContactEntry entry = entries.value();
      if (entry == null || entry.forgetAt() == ContactEntry.NEVER) {
        continue;
      }
      if (entry.forgetAt() <= now) {
        entries.clear();
      } else {
        atRest.join(key, lookAgainAt());
      }
    }
  }

  private void nextTick(long wall) {
    getProcessingTimeService().registerTimer(wall + settings.clockTick().toMillis(), this::tick);
  }

  private void tick(long at) throws Exception {
    long before = time.clock().now();
    if (time.clock().tick(wall()) > before) {
      moveOn(new Watermark(time.clock().now()));
    }
    send();
    nextTick(wall());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      moveOn(mark);
      return;
    }
    long before = time.clock().now();
    if (time.clock().hear(mark.getTimestamp(), wall()) > before) {
      moveOn(new Watermark(time.clock().now()));
    }
  }

  /** Time downstream never runs ahead of the facts: they are sent first. */
  private void moveOn(Watermark mark) throws Exception {
    getTimeServiceManager().orElseThrow().advanceWatermark(mark);
    forgetBy(mark.getTimestamp());
    send();
    output.emitWatermark(mark);
  }

  /** Time goes on here when nothing arrives, so nobody downstream need know that nothing does. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) {}

  private void send() {
    gathered.drain((key, delta) -> output.collect(new StreamRecord<>(new QueueChange(key, delta))));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    send();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    time.snapshot();
  }

  private long wall() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
