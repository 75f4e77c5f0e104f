// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.breach.ContactWatch;
import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import io.tideboard.core.followup.ClosedContact;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.Rejection;
import io.tideboard.events.Event;
import io.tideboard.events.compact.CompactForm;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Where the events of one interaction meet: follows its lifecycle, tells warnings and breaches when
 * they are due, and sends what changed, gathered by queue. Its second input is what concerns every
 * interaction ({@link Control}). An operator and not a function because it keeps the stream's time:
 * downstream of it time goes on when nothing arrives.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState and open before anything else.
final class InteractionOperator extends TimedOperator<QueueChange>
    implements TwoInputStreamOperator<EventBundle, Control, QueueChange>,
        Triggerable<String, VoidNamespace>,
        Contacts {

  private static final String INTERACTION = "interaction";

  private final LiveSettings settings;

  private transient Hearing hearing;
  private transient ContactWatch watch;
  private transient Telling telling;
  private transient LookAgain<String> lookAgain;
  private transient ControlMemory memory;
  private transient Controls controls;
  private transient ContactForm form;
  private transient ValueState<byte[]> entries;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient long lateness;
  private transient int inputsEnded;

  InteractionOperator(LiveSettings settings) {
    super(settings.rhythm().clockTick(), settings.rhythm().silence());
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    memory =
        new ControlMemory(
            context.getOperatorStateStore(),
            getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }

  @Override
  public void open() throws Exception {
    super.open();
    LiveCatalog catalog = new LiveCatalog(settings.catalog());
    TermsMemory terms = new TermsMemory(catalog);
    watch = new ContactWatch(terms);
    telling =
        new Telling(
            output, getMetricGroup().counter("rejected"), settings.memory().allowedLateness());
    lookAgain = new LookAgain<>();
    form = new ContactForm();
    entries =
        getPartitionedState(
            new ValueStateDescriptor<>(
                INTERACTION, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    timers = getInternalTimerService("wake", VoidNamespaceSerializer.INSTANCE, this);
    controls = new Controls(catalog, terms, this, getMetricGroup());
    memory.tell(controls::remember);
    keys().forEach(key -> lookAgain.at(key, StreamClock.UNKNOWN));
    lateness = Micros.of(settings.memory().allowedLateness());
    hearing = new Hearing(lateness, getMetricGroup().counter("unreadable"), telling::rejected);
  }

  @Override
  public List<String> keys() {
    try (Stream<String> keys =
        this.<String>getKeyedStateBackend().getKeys(INTERACTION, VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  @Override
  public boolean isMine(String key) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  @Override
  public ContactEntry entry(String key) throws Exception {
    setCurrentKey(key);
    return entry();
  }

  private ContactEntry entry() throws IOException {
    byte[] kept = entries.value();
    return kept == null ? ContactEntry.NONE : form.read(kept);
  }

  @Override
  public void conclude(String key, ContactEntry entry, List<Moment> ofPlatforms, String source)
      throws Exception {
    WatchStep step = watch.conclude(key, entry.watched(), ofPlatforms, time().micros());
    setCurrentKey(key);
    take(key, entry, step, source);
  }

  @Override
  public boolean isTooLate(Control control, Event told) {
    long received = CompactForm.receivedAtMicros(control.value());
    boolean tooLate = received - Micros.of(told.header().occurredAt()) > lateness;
    if (tooLate && isMine(control.key())) {
      telling.rejected(control.value(), ContactEntry.NONE, Rejection.TOO_LATE);
    }
    return tooLate;
  }

  @Override
  public long lateness() {
    return lateness;
  }

  @Override
  public void reconsider(String key, WatchStep step) throws Exception {
    ContactEntry entry = entry(key);
    telling.changed(step);
    keep(key, step, entry, entry.source());
  }

  @Override
  public long now() {
    return time().micros();
  }

  @Override
  public void processElement1(StreamRecord<EventBundle> record) throws Exception {
    EventBundle bundle = record.getValue();
    String key = bundle.key();
    ContactEntry known = entry();
    if (known.watched().interaction().hasRoomFor(bundle.count())) {
      follow(key, known, hearing.of(bundle, known));
    } else {
      // Each by itself, since some may have to be refused.
      bundle.forEach(
          (bytes, from, to) -> {
            ContactEntry longOne = entry();
            follow(key, longOne, hearing.of(bytes, from, to, longOne));
          });
    }
  }

  private void follow(String key, ContactEntry known, Arrival arrival) throws Exception {
    if (arrival.moments().isEmpty()) {
      return;
    }
    ContactEntry entry = known.of(arrival.customer(), arrival.topic());
    WatchStep step = watch.on(key, entry.watched(), arrival.moments(), time().micros());
    if (entry != known && !known.isNew()) {
      // What was over before anybody told whose it is.
      telling.customer(
          entry, ClosedContact.of(key, entry.topic(), known.watched().interaction().course()));
    }
    controls.apply(key, take(key, entry, step, arrival.source()));
  }

  @Override
  public void processElement2(StreamRecord<Control> record) throws Exception {
    if (controls.take(record.getValue())) {
      memory.take(record.getValue());
    }
  }

  private ContactEntry take(String key, ContactEntry entry, WatchStep step, String source)
      throws Exception {
    if (step.watched().interaction() == entry.watched().interaction()) {
      return entry;
    }
    telling.changed(key, entry, step);
    return keep(key, step, entry, source);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    ContactEntry entry = entry(timer.getKey());
    if (entry.watched().alarmed()) {
      WatchStep step =
          watch.alarm(timer.getKey(), entry.watched(), timer.getTimestamp() * Micros.MILLI);
      telling.changed(step);
      keep(timer.getKey(), step, entry, entry.source());
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}

  /** Keeps the interaction, with a timer for its next alarm, and a place among those looked at. */
  private ContactEntry keep(String key, WatchStep step, ContactEntry before, String source)
      throws Exception {
    Interaction interaction = step.watched().interaction();
    long forgetAt = interaction.atRest() ? forgetAt(interaction) : ContactEntry.NEVER;
    ContactEntry entry =
        new ContactEntry(
                step.watched(), forgetAt, before.source(), before.customer(), before.topic())
            .toldBy(source);
    if (entry.watched().alarmAt() != before.watched().alarmAt()) {
      if (before.watched().alarmed()) {
        timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, before.alarmMillis());
      }
      if (entry.watched().alarmed()) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, entry.alarmMillis());
      }
    }
    boolean opens =
        before.forgetAt() != ContactEntry.NEVER && entry.forgetAt() == ContactEntry.NEVER;
    if (before.isNew() || opens) {
      lookAgain.at(key, lookAt(entry));
    }
    controls.changed(key, before.watched().interaction(), interaction);
    entries.update(form.write(entry));
    return entry;
  }

  private long forgetAt(Interaction interaction) {
    ContactCourse course = interaction.course();
    boolean unresolved = course != null && course.unresolved();
    return Math.max(Micros.ceilMillis(interaction.lastTold()), time().clock().now())
        + (unresolved ? settings.memory().unresolved() : settings.memory().interaction())
            .toMillis();
  }

  /**
   * When it may have to be given up for lost, or be forgotten; at once while nobody knows the time.
   */
  private long lookAt(ContactEntry entry) {
    if (time().clock().now() == StreamClock.UNKNOWN) {
      return StreamClock.UNKNOWN;
    }
    return entry.forgetAt() == ContactEntry.NEVER
        ? Micros.ceilMillis(watch.expiresAt(entry.watched()))
        : entry.forgetAt();
  }

  private void lookAgainBy(long now) throws Exception {
    for (String key : lookAgain.dueBy(now)) {
      setCurrentKey(key);
      byte[] kept = entries.value();
      if (kept == null) {
        continue;
      }
      if (ContactForm.isOver(kept, now)) {
        entries.clear();
        continue;
      }
      ContactEntry entry = form.read(kept);
      WatchStep step = watch.expire(key, entry.watched(), now * Micros.MILLI);
      entry = take(key, entry, step, entry.source());
      if (entry.forgetAt() <= now && !entry.watched().alarmed()) {
        telling.forgotten(entry);
        entries.clear();
      } else {
        lookAgain.at(key, Math.max(lookAt(entry), now + 1));
      }
    }
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      inputEnded(mark);
      return;
    }
    hear(mark);
  }

  /** What concerns everybody has no time of its own. */
  @Override
  public void processWatermark2(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      inputEnded(mark);
    }
  }

  /** Of a log with an end: when both have ended time runs on for ever. */
  private void inputEnded(Watermark mark) throws Exception {
    inputsEnded++;
    if (inputsEnded == 2) {
      moveOn(mark);
    }
  }

  @Override
  protected void moved(long millis) throws Exception {
    lookAgainBy(millis);
  }

  @Override
  protected void send() {
    telling.send();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    memory.snapshot();
  }
}
