// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.DemandModel;
import io.tideboard.core.planning.ForecastBook;
import io.tideboard.core.planning.ForecastJson;
import io.tideboard.core.planning.PlanningTerms;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.state.Types;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
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
 * Where what came to one queue and channel meets what is planned for it: keeps its book, and closes
 * it shortly after the end of each interval, in the stream's time.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class ForecastFunction
    extends KeyedBroadcastProcessFunction<String, DemandNews, Control, Publication> {

  /** Changed definitions by queue, and plans by queue and start; kept for the next start. */
  static final MapStateDescriptor<String, Control> CONTROLS =
      new MapStateDescriptor<>("planning", BasicTypeInfo.STRING_TYPE_INFO, Types.CONTROL);

  private static final ValueStateDescriptor<ForecastBook> BOOK =
      new ValueStateDescriptor<>("demand", ForecastTypes.FORECAST_BOOK);

  private static final long THE_END = Long.MAX_VALUE;

  /**
   * A watermark from here on is no time: the events have ended, or those of another stream have.
   */
  private static final long NO_TIME = Long.MAX_VALUE / Micros.MILLI;

  private static final long HOUR = 3600 * Micros.SECOND;
  private static final long KEEP_PLANS = 24 * HOUR;
  private static final int PLANS_BETWEEN_CLEANINGS = 1000;

  private final QueueCatalog catalog;
  private final ForecastSettings settings;

  private transient PlanningMemory memory;
  private transient boolean remembers;
  private transient int plansTaken;
  private transient ValueState<ForecastBook> books;

  ForecastFunction(QueueCatalog catalog, ForecastSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    memory = new PlanningMemory(catalog);
    books = getRuntimeContext().getState(BOOK);
  }

  /** After a restart: what was changed and planned before holds before anything is forecast. */
  private void remember(ReadOnlyBroadcastState<String, Control> controls) throws Exception {
    if (!remembers) {
      remembers = true;
      for (Map.Entry<String, Control> each : controls.immutableEntries()) {
        take(each.getValue());
      }
    }
  }

  private boolean take(Control control) {
    if (control.topic().equals(Topics.CONFIG)) {
      memory.define(control);
      return true;
    }
    return memory.plan(control);
  }

  @Override
  public void processElement(DemandNews news, ReadOnlyContext context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(CONTROLS));
    QueueKey key = QueueKey.parse(news.key());
    ForecastBook book = books.value();
    if (book == null) {
      book = new ForecastBook(key);
      // At once, which is with the next watermark: from then on at the end of each interval.
      context.timerService().registerEventTimeTimer(0);
      context.timerService().registerEventTimeTimer(THE_END);
    }
    if (news.fact() != null) {
      book.tell(news.fact(), memory.terms(key.queue()));
    } else if (news.model() != null) {
      book.adopt(DemandModel.fromBytes(news.model()));
    }
    books.update(book);
  }

  @Override
  public void processBroadcastElement(Control control, Context context, Collector<Publication> out)
      throws Exception {
    BroadcastState<String, Control> controls = context.getBroadcastState(CONTROLS);
    remember(controls);
    if (!take(control)) {
      return;
    }
    if (control.topic().equals(Topics.CONFIG)) {
      controls.put(control.key(), control);
      return;
    }
    controls.put(PlanningMemory.keyOf(control), control);
    if (++plansTaken % PLANS_BETWEEN_CLEANINGS == 0 && context.currentWatermark() < NO_TIME) {
      long horizon = context.currentWatermark() * Micros.MILLI - KEEP_PLANS;
      memory.forgetBefore(
          horizon,
          gone -> {
            try {
              controls.remove(gone);
            } catch (Exception e) {
              throw new IllegalStateException(gone + " cannot be removed from state", e);
            }
          });
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    remember(context.getBroadcastState(CONTROLS));
    ForecastBook book = books.value();
    if (book == null) {
      return;
    }
    QueueKey key = QueueKey.parse(context.getCurrentKey());
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      close(book, key, context.timerService().currentWatermark(), out);
    } else if (at == THE_END) {
      if (settings.byDay()) {
        close(book, key, THE_END, out);
      }
      books.clear();
    } else if (context.timerService().currentWatermark() < NO_TIME) {
      ended(book, key, context.timerService(), out);
    }
  }

  /** An interval has ended, or several since the last time. */
  private void ended(
      ForecastBook book, QueueKey key, TimerService timers, Collector<Publication> out)
      throws Exception {
    PlanningTerms terms = memory.terms(key.queue());
    long now = timers.currentWatermark() * Micros.MILLI;
    if (settings.byDay()) {
      close(book, key, timers.currentWatermark(), out);
      long tomorrow = terms.calendar().dayStart(terms.calendar().dayStart(now) + 36 * HOUR);
      timers.registerEventTimeTimer(Micros.ceilMillis(tomorrow));
      return;
    }
    timers.registerEventTimeTimer(Micros.ceilMillis(terms.calendar().intervalEnd(now)));
    long every = settings.atMostEvery().toMillis();
    timers.registerProcessingTimeTimer(timers.currentProcessingTime() / every * every + every);
  }

  private void close(ForecastBook book, QueueKey key, long watermark, Collector<Publication> out)
      throws Exception {
    if (watermark == Long.MIN_VALUE) {
      return;
    }
    PlanningTerms terms = memory.terms(key.queue());
    long now =
        watermark >= NO_TIME
            ? book.lastEnd(terms)
            : terms.calendar().intervalStart(watermark * Micros.MILLI);
    book.close(
        now,
        terms,
        memory.schedule(key.queue()),
        row -> out.collect(new Publication(Topics.FORECASTS, row.wire(), ForecastJson.write(row))));
    books.update(book);
  }
}
