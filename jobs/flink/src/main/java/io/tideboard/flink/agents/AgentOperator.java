// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Absences;
import io.tideboard.core.agents.AgentLine;
import io.tideboard.core.agents.Mark;
import io.tideboard.core.agents.Plan;
import io.tideboard.core.agents.Rolls;
import io.tideboard.core.agents.TeamBatch;
import io.tideboard.core.agents.TurnTaker;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.clock.StreamClock;
import io.tideboard.core.queue.Rejection;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SchedulePublished;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.AgentGlance;
import io.tideboard.events.compact.AgentGlanceReader;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.flink.forecast.Planned;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.ControlMemory;
import io.tideboard.flink.live.Gathering;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.live.RejectedEvents;
import io.tideboard.flink.live.TimedOperator;
import io.tideboard.flink.state.Types;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
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
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where everything about one agent meets: states told and contacts served, by agent, and the
 * platforms' lists, which reach everybody. Sends what changed to the teams, gathered by queue, and
 * publishes each agent that changed, a few times a second at most. Keeps the stream's time, as the
 * operator of interactions does.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState and open before anything else.
final class AgentOperator extends TimedOperator<TeamNews>
    implements TwoInputStreamOperator<AgentNews, Control, TeamNews>,
        Triggerable<String, VoidNamespace> {

  static final OutputTag<Publication> AGENTS = new OutputTag<>("agents", Types.PUBLICATION);
  static final OutputTag<Control> PLANS = new OutputTag<>("plans", Types.CONTROL);
  static final OutputTag<Publication> REJECTED = new OutputTag<>("rejected", Types.PUBLICATION);

  private static final String AGENT = "agent";
  private static final int MOST_GATHERED = 4096;

  private final AgentSettings settings;

  private transient AgentGlanceReader states;
  private transient Gathering<AgentArrival> arrivals;
  private transient TeamBatch gathered;
  private transient Set<String> changed;
  private transient RollMemory rolls;
  private transient CalendarMemory calendars;
  private transient ControlMemory definitions;
  private transient ValueState<AgentEntry> entries;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counter unreadable;
  private transient long publishAt;
  private transient boolean ending;

  AgentOperator(AgentSettings settings) {
    super(settings.clockTick(), settings.silence());
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    rolls = new RollMemory(context.getOperatorStateStore());
    definitions =
        new ControlMemory(
            context.getOperatorStateStore(),
            getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }

  @Override
  public void open() throws Exception {
    super.open();
    states = new AgentGlanceReader();
    arrivals = new Gathering<>(AgentArrival::none);
    gathered = new TeamBatch();
    changed = new LinkedHashSet<>();
    calendars = new CalendarMemory(settings.catalog());
    definitions.tell(calendars::change);
    entries = getPartitionedState(new ValueStateDescriptor<>(AGENT, AgentTypes.AGENT_ENTRY));
    timers = getInternalTimerService("wake", VoidNamespaceSerializer.INSTANCE, this);
    unreadable = getMetricGroup().counter("unreadable");
    publishAt = wall() + settings.publishing().statusEvery().toMillis();
  }

  /** No state is looked up while news arrives: see {@link Gathering}. */
  @Override
  @SuppressWarnings("rawtypes") // as Flink declares it
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement1(StreamRecord<AgentNews> record) throws Exception {
    AgentNews news = record.getValue();
    if (news.served() != null) {
      arrivals.one(news.key()).served().add(news.served());
    }
    if (news.events() != null) {
      news.events().forEach((bytes, from, to) -> take(news.key(), bytes, from, to));
    }
    if (arrivals.isFull()) {
      follow();
    }
  }

  private void take(String key, byte[] bytes, int from, int to) {
    AgentGlance told = glance(bytes, from, to);
    if (told != null) {
      arrivals.one(key).tell(Mark.of(told), new AgentArrival.Teller(bytes, from, to));
    } else if (read(Arrays.copyOfRange(bytes, from, to)) instanceof SchedulePublished plan) {
      Plan its = Plan.of(plan);
      output.collect(new StreamRecord<>(new TeamNews(plan.queue(), null, its)));
      output.collect(PLANS, new StreamRecord<>(Planned.of(plan.queue(), its)));
    }
  }

  /** Takes what has arrived since the last time. */
  @Override
  protected void follow() throws Exception {
    arrivals.drain(
        wall(),
        (agent, arrived) -> {
          setCurrentKey(agent);
          follow(
              agent,
              (line, turns) ->
                  line.take(
                          arrived.told(), arrived.served(), new Absences(rolls.all(), agent), turns)
                      .forEach(tooLate -> reject(arrived.whoTold(tooLate))));
        });
  }

  private void reject(byte[] event) {
    String expected =
        "expected at most " + settings.terms().allowedLateness() + " before the present";
    output.collect(
        REJECTED, new StreamRecord<>(RejectedEvents.of(event, Rejection.TOO_LATE, expected)));
  }

  /**
   * A platform's list: whoever is on it, and whoever is not. Or another definition of a queue, and
   * so of its day.
   */
  @Override
  public void processElement2(StreamRecord<Control> record) throws Exception {
    if (record.getValue().topic().equals(Topics.CONFIG)) {
      definitions.take(record.getValue());
      calendars.change(record.getValue());
      return;
    }
    if (!(read(record.getValue().value()) instanceof AgentSnapshot snapshot)) {
      return;
    }
    follow();
    Rolls.Roll roll = Rolls.Roll.of(snapshot);
    rolls.all().remember(roll);
    Set<String> listed = new LinkedHashSet<>();
    for (AgentSnapshot.Standing standing : roll.agents()) {
      listed.add(standing.agent());
      if (keptHere(standing.agent())) {
        setCurrentKey(standing.agent());
        follow(standing.agent(), (line, turns) -> line.listed(standing, roll, rolls.all(), turns));
      }
    }
    if (!roll.cutOff()) {
      for (String agent : knownAgents()) {
        if (!listed.contains(agent)) {
          setCurrentKey(agent);
          follow(agent, (line, turns) -> line.unlisted(roll, turns));
        }
      }
    }
  }

  private boolean keptHere(String agent) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            agent, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  private List<String> knownAgents() {
    try (Stream<String> keys =
        this.<String>getKeyedStateBackend().getKeys(AGENT, VoidNamespace.INSTANCE)) {
      return keys.toList();
    }
  }

  /** The state that the event tells; null for another event, or for what is none. */
  private @Nullable AgentGlance glance(byte[] bytes, int from, int to) {
    try {
      return states.read(bytes, from, to);
    } catch (InvalidEvent e) {
      // Counted where the whole event is read.
      return null;
    }
  }

  private @Nullable Event read(byte[] value) {
    try {
      return CompactForm.decode(value).event();
    } catch (InvalidEvent e) {
      // Written by a later version, or not by a gateway. It stays in the log; others go on.
      unreadable.inc();
      return null;
    }
  }

  /** Lets the agent whose key is set take something, and keeps what follows. */
  private void follow(String agent, BiConsumer<AgentLine, TurnTaker> step) throws Exception {
    AgentEntry known = entries.value();
    AgentEntry entry =
        known == null ? new AgentEntry(new AgentLine(settings.terms()), AgentEntry.NONE) : known;
    AgentLine line = entry.line();
    long before = line.revision();
    if (time().clock().now() != StreamClock.UNKNOWN) {
      line.advance(time().micros());
    }
    step.accept(line, gathered);
    if (known == null && line.revision() == 0) {
      return;
    }
    if (line.revision() != before) {
      wakeBy(Micros.ceilMillis(line.wakeAt()), entry);
      changed(agent);
    }
    entries.update(entry);
    if (gathered.size() >= MOST_GATHERED) {
      sendTurns();
    }
  }

  private void changed(String agent) {
    if (!settings.publishing().never()) {
      changed.add(agent);
    }
  }

  /** One timer an agent, moved only when it would be too late: it rings twice a day. */
  private void wakeBy(long millis, AgentEntry entry) {
    if (millis < entry.timerAt()) {
      if (entry.timerAt() != AgentEntry.NONE) {
        timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, entry.timerAt());
      }
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, millis);
      entry.timerAt(millis);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    AgentEntry entry = entries.value();
    if (entry == null || entry.timerAt() != timer.getTimestamp()) {
      return;
    }
    entry.timerAt(AgentEntry.NONE);
    AgentLine line = entry.line();
    long now = timer.getTimestamp() * Micros.MILLI;
    long before = line.revision();
    line.wake(now, gathered);
    long next = Micros.ceilMillis(line.wakeAt());
    boolean due = next > timer.getTimestamp();
    if (line.over(now) || (ending && !due)) {
      entries.clear();
      changed(timer.getKey());
      return;
    }
    // A contact is still in progress: its end comes, or is made to come.
    wakeBy(due ? next : lookAgainAt(timer.getTimestamp()), entry);
    if (line.revision() != before) {
      changed(timer.getKey());
    }
    entries.update(entry);
  }

  private long lookAgainAt(long millis) {
    return Math.max(millis, timers.currentWatermark())
        + settings.terms().allowedLateness().toMillis();
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}

  @Override
  protected boolean mayWait() {
    return arrivals.mayWait(wall());
  }

  @Override
  protected void ticked() throws Exception {
    if (wall() >= publishAt) {
      publish();
    }
  }

  /** On a grid, so that many changes of an agent make one record. */
  private void publish() throws Exception {
    long every = settings.publishing().statusEvery().toMillis();
    publishAt = wall() / every * every + every;
    long now = time().clock().now();
    if (now == StreamClock.UNKNOWN) {
      return;
    }
    for (String agent : changed) {
      setCurrentKey(agent);
      output.collect(AGENTS, new StreamRecord<>(status(agent, entries.value(), now)));
    }
    changed.clear();
  }

  private Publication status(String agent, @Nullable AgentEntry entry, long nowMillis) {
    if (entry == null) {
      return AgentPublications.withoutAgent(agent);
    }
    long now = nowMillis * Micros.MILLI;
    long dayStart = calendars.of(entry.line().at(now).queues()).dayStart(now);
    return AgentPublications.of(entry.line().status(agent, now, dayStart));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      ending = true;
      moveOn(mark);
      return;
    }
    hear(mark);
  }

  @Override
  protected void moved(long millis) {
    if (!ending) {
      long horizon = millis * Micros.MILLI - Micros.of(settings.terms().allowedLateness());
      rolls.all().forgetBefore(horizon);
    }
  }

  @Override
  protected void send() throws Exception {
    follow();
    sendTurns();
  }

  private void sendTurns() {
    gathered.drain(
        (queue, delta) -> output.collect(new StreamRecord<>(new TeamNews(queue, delta, null))));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    publish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    definitions.snapshot();
    rolls.snapshot(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
  }
}
