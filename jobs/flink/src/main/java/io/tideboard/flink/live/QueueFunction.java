// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.alerts.Reading;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.planning.IntervalFact;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.flink.alerts.QueueGauge;
import io.tideboard.flink.alerts.Sieve;
import io.tideboard.flink.forecast.DemandNews;
import io.tideboard.flink.forecast.ForecastTypes;
import io.tideboard.flink.state.Types;
import java.util.OptionalLong;
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
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the changes of one queue and channel meet: keeps its board, and publishes how it stands
 * shortly after every change, its changed intervals every second, and all of them at the end.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class QueueFunction
    extends KeyedBroadcastProcessFunction<String, QueueChange, Control, Publication> {

  /** Changed definitions by queue; kept by Flink for the next start. */
  static final MapStateDescriptor<String, Control> DEFINITIONS =
      new MapStateDescriptor<>("definitions", BasicTypeInfo.STRING_TYPE_INFO, Types.CONTROL);

  /** What came in intervals that have ended. */
  static final OutputTag<DemandNews> FACTS =
      new OutputTag<>("interval facts", ForecastTypes.DEMAND_NEWS);

  private static final ValueStateDescriptor<QueueBoard> BOARD =
      new ValueStateDescriptor<>("board", Types.QUEUE_BOARD);

  private static final Logger LOG = LoggerFactory.getLogger(QueueFunction.class);
  private static final long THE_END = Long.MAX_VALUE;
  private static final long AT_ONCE = 0;

  /** A watermark from here on is no time: the events have ended. */
  private static final long NO_TIME = Long.MAX_VALUE / Micros.MILLI;

  private static final int HEARTBEATS = 2;

  private final LiveSettings settings;

  private transient LiveCatalog catalog;
  private transient TermsMemory terms;
  private transient Publishing publishing;
  private transient QueueGauge gauge;
  private transient boolean remembers;
  private transient ValueState<QueueBoard> boards;

  QueueFunction(LiveSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    catalog = new LiveCatalog(settings.catalog());
    terms = new TermsMemory(catalog);
    publishing = new Publishing(settings.rhythm().snapshotEvery().toMillis());
    gauge = new QueueGauge(settings.alerts());
    boards = getRuntimeContext().getState(BOARD);
  }

  @Override
  public void processElement(
      QueueChange change, ReadOnlyContext context, Collector<Publication> out) throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    QueueBoard board = boards.value();
    if (board == null) {
      board = new QueueBoard();
      context.timerService().registerEventTimeTimer(THE_END);
      context.timerService().registerEventTimeTimer(AT_ONCE);
    }
    board.apply(change.delta(), terms.apply(change.key()));
    boards.update(board);
    soon(context.getCurrentKey(), context.timerService());
  }

  /** After a restart: what was changed before holds before anything is counted. */
  private void remember(ReadOnlyBroadcastState<String, Control> definitions) throws Exception {
    if (!remembers) {
      remembers = true;
      definitions.immutableEntries().forEach(entry -> change(entry.getValue()));
    }
  }

  /** A queue's definition has changed: how it stands is published at once. */
  @Override
  public void processBroadcastElement(Control change, Context context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    context.getBroadcastState(DEFINITIONS).put(change.key(), change);
    change(change);
    long watermark = context.currentWatermark();
    if (watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE) {
      context.applyToKeyedState(
          BOARD,
          (key, state) -> {
            QueueKey queue = QueueKey.parse(key);
            if (queue.queue().equals(change.key())) {
              QueueTerms its = terms.apply(queue);
              state.value().advance(watermark * Micros.MILLI, its);
              QueueStatus status = state.value().status(its, watermark * Micros.MILLI);
              out.collect(Publication.of(status));
              Reading reading =
                  gauge.read(status, catalog.of(change.key()), context.currentProcessingTime());
              if (reading != null) {
                context.output(Sieve.READINGS, reading);
              }
            }
          });
    }
  }

  private void change(Control control) {
    try {
      catalog.change(control.key(), control.value());
      terms.forget(control.key());
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: {}: {}", control.topic(), control.key(), e.getMessage());
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(DEFINITIONS));
    QueueBoard board = boards.value();
    if (board == null) {
      return; // the end has been, and this timer is of before
    }
    QueueTerms its = terms.apply(QueueKey.parse(context.getCurrentKey()));
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      tellEnded(at, board, its, context);
      if (at == THE_END) {
        board.changedRows(its, row -> out.collect(Publication.of(row)));
        boards.clear();
        publishing.forget(context.getCurrentKey());
        gauge.forget(context.getCurrentKey());
      } else {
        soon(context.getCurrentKey(), context.timerService());
      }
      return;
    }
    publishing.publish(context.getCurrentKey(), at);
    publish(board, its, context, out);
    publishRows(at, board, its, context.timerService(), out);
    boards.update(board);
  }

  /**
   * Hands over what came in intervals that have ended, and wakes again when the present one ends:
   * at the end of an interval, and at other changes for nothing.
   */
  private void tellEnded(long at, QueueBoard board, QueueTerms its, OnTimerContext context) {
    long watermark = context.timerService().currentWatermark();
    boolean over = at == THE_END || watermark >= NO_TIME;
    long now = over ? THE_END : watermark * Micros.MILLI;
    String key = context.getCurrentKey();
    board.endedIntervals(
        its,
        now,
        (start, tally) -> context.output(FACTS, DemandNews.of(key, IntervalFact.of(start, tally))));
    if (!over) {
      long end = Micros.ceilMillis(its.calendar().intervalEnd(now));
      context.timerService().registerEventTimeTimer(end);
    }
  }

  private void publish(
      QueueBoard board, QueueTerms its, OnTimerContext context, Collector<Publication> out) {
    TimerService timers = context.timerService();
    long watermark = timers.currentWatermark();
    if (watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE) {
      return;
    }
    long now = watermark * Micros.MILLI;
    board.advance(now, its);
    board.forgetBefore(now - Micros.of(settings.memory().intervals()));
    QueueStatus status = board.status(its, now);
    out.collect(Publication.of(status));
    beat(timers);
    wake(board.nextChange(its, now), timers);
    look(status, context);
  }

  /** What it means for alerts, and when that will change although nothing happens. */
  private void look(QueueStatus status, OnTimerContext context) {
    QueueDefinition definition = catalog.of(status.key().queue());
    TimerService timers = context.timerService();
    Reading reading = gauge.read(status, definition, timers.currentProcessingTime());
    if (reading != null) {
      context.output(Sieve.READINGS, reading);
    }
    OptionalLong next = gauge.nextChange(status, definition);
    // What is further away is seen in time from a later status, and may not come to be: most
    // contacts
    // that wait now will not wait that long.
    long soon = status.freshness().asOf() + HEARTBEATS * Micros.of(settings.rhythm().heartbeat());
    if (next.isPresent() && next.getAsLong() <= soon) {
      wake(next, timers);
    }
  }

  private static void wake(OptionalLong at, TimerService timers) {
    if (at.isPresent()) {
      timers.registerEventTimeTimer(Micros.ceilMillis(at.getAsLong()));
    }
  }

  private void publishRows(
      long at, QueueBoard board, QueueTerms its, TimerService timers, Collector<Publication> out) {
    long every = settings.rhythm().rowsEvery().toMillis();
    if (at % every == 0) {
      board.changedRows(its, row -> out.collect(Publication.of(row)));
    } else if (board.hasChangedRows()) {
      timers.registerProcessingTimeTimer(at / every * every + every);
    }
  }

  /** A quiet queue says now and then that it is only quiet. */
  private void beat(TimerService timers) {
    long every = settings.rhythm().heartbeat().toMillis();
    timers.registerProcessingTimeTimer(timers.currentProcessingTime() / every * every + every);
  }

  private void soon(String queue, TimerService timers) {
    timers.registerProcessingTimeTimer(publishing.next(queue, timers.currentProcessingTime()));
  }
}
