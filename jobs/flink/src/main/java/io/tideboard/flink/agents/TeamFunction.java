// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.TeamBoard;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.alerts.Reading;
import io.tideboard.core.alerts.TeamWatch;
import io.tideboard.core.calendar.QueueCalendar;
import io.tideboard.core.clock.Micros;
import io.tideboard.flink.alerts.Sieve;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Where the agents of one queue meet, and its schedule: keeps the team's board, and publishes how
 * it stands shortly after every change and now and then in between, its intervals when they changed
 * or ended, and all of them at the end.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class TeamFunction
    extends KeyedBroadcastProcessFunction<String, TeamNews, Control, Publication> {

  /** Changed definitions by queue; kept by Flink for the next start. */
  static final MapStateDescriptor<String, Control> DEFINITIONS =
      new MapStateDescriptor<>("definitions", BasicTypeInfo.STRING_TYPE_INFO, Types.CONTROL);

  private static final long THE_END = Long.MAX_VALUE;

  private final AgentSettings settings;

  private transient CalendarMemory calendars;
  private transient boolean remembers;
  private transient Sieve sieve;
  private transient ValueState<TeamBoard> boards;

  TeamFunction(AgentSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    calendars = new CalendarMemory(settings.catalog());
    sieve = new Sieve();
    boards =
        getRuntimeContext().getState(new ValueStateDescriptor<>("team", AgentTypes.TEAM_BOARD));
  }

  @Override
  public void processElement(TeamNews news, ReadOnlyContext context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    TeamBoard board = boards.value();
    if (board == null) {
      board = new TeamBoard();
      context.timerService().registerEventTimeTimer(THE_END);
    }
    QueueCalendar calendar = calendars.of(news.queue());
    if (news.delta() != null) {
      board.apply(news.delta(), calendar);
    }
    if (news.plan() != null) {
      board.apply(news.plan(), calendar);
    }
    boards.update(board);
    within(settings.publishing().statusEvery().toMillis(), context.timerService());
  }

  /** After a restart: what was changed before holds before anything is counted. */
  private void remember(ReadOnlyBroadcastState<String, Control> definitions) throws Exception {
    if (!remembers) {
      remembers = true;
      definitions.immutableEntries().forEach(entry -> calendars.change(entry.getValue()));
    }
  }

  /** A queue's definition has changed, and its calendar: its team is published with the next. */
  @Override
  public void processBroadcastElement(Control change, Context context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    context.getBroadcastState(DEFINITIONS).put(change.key(), change);
    calendars.change(change);
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    TeamBoard board = boards.value();
    if (board == null) {
      return;
    }
    String queue = context.getCurrentKey();
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      board.changedRows(
          queue, THE_END, calendars.of(queue), row -> out.collect(AgentPublications.of(row)));
      boards.clear();
      return;
    }
    long watermark = context.timerService().currentWatermark();
    if (watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE) {
      publish(at, watermark * Micros.MILLI, context, out);
    }
  }

  private void publish(long at, long now, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    TeamBoard board = boards.value();
    String queue = context.getCurrentKey();
    QueueCalendar calendar = calendars.of(queue);
    publishRows(at, now, context, out);
    board.advance(now, now - Micros.of(settings.keepIntervals()), calendar);
    if (board.isOver()) {
      boards.clear();
      context.timerService().deleteEventTimeTimer(THE_END);
      out.collect(AgentPublications.withoutTeam(queue));
      tell(TeamWatch.unknown(queue, now), context);
      return;
    }
    TeamStatus status = board.status(queue, now, calendar);
    out.collect(AgentPublications.of(status));
    tell(TeamWatch.read(status), context);
    within(settings.publishing().heartbeat().toMillis(), context.timerService());
    boards.update(board);
  }

  private void tell(Reading reading, OnTimerContext context) {
    Reading news = sieve.pass(reading);
    if (news != null) {
      context.output(Sieve.READINGS, news);
    }
  }

  private void publishRows(long at, long now, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    TeamBoard board = boards.value();
    String queue = context.getCurrentKey();
    QueueCalendar calendar = calendars.of(queue);
    long every = settings.publishing().rowsEvery().toMillis();
    if (board.hasChangedRows(now, calendar)) {
      if (at % every == 0) {
        board.changedRows(queue, now, calendar, row -> out.collect(AgentPublications.of(row)));
      } else {
        within(every, context.timerService());
      }
    }
  }

  /** On a grid, so that many changes make one record. */
  private static void within(long every, TimerService timers) {
    timers.registerProcessingTimeTimer(timers.currentProcessingTime() / every * every + every);
  }
}
