// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueBoard;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import io.tideboard.flink.state.Types;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Where the changes of one queue and channel meet: keeps its board, and publishes how it stands
 * shortly after every change, its changed intervals every second, and all of them at the end.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class QueueFunction extends KeyedProcessFunction<String, QueueChange, Publication> {

  private static final long THE_END = Long.MAX_VALUE;

  private final LiveSettings settings;

  private transient TermsMemory terms;
  private transient ValueState<QueueBoard> boards;

  QueueFunction(LiveSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    terms = new TermsMemory(settings.catalog());
    boards = getRuntimeContext().getState(new ValueStateDescriptor<>("board", Types.QUEUE_BOARD));
  }

  @Override
  public void processElement(QueueChange change, Context context, Collector<Publication> out)
      throws Exception {
    QueueBoard board = boards.value();
    if (board == null) {
      board = new QueueBoard();
      context.timerService().registerEventTimeTimer(THE_END);
    }
    board.apply(change.delta(), terms.apply(change.key()));
    boards.update(board);
    soon(context.timerService());
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    QueueBoard board = boards.value();
    QueueTerms its = terms.apply(QueueKey.parse(context.getCurrentKey()));
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      if (at == THE_END) {
        board.changedRows(its, row -> out.collect(Publication.of(row)));
        boards.clear();
      } else {
        soon(context.timerService());
      }
      return;
    }
    publish(board, its, context.timerService(), out);
    publishRows(at, board, its, context.timerService(), out);
    boards.update(board);
  }

  private void publish(
      QueueBoard board, QueueTerms its, TimerService timers, Collector<Publication> out) {
    long watermark = timers.currentWatermark();
    if (watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE) {
      return;
    }
    long now = watermark * Micros.MILLI;
    board.advance(now, its);
    board.forgetBefore(now - Micros.of(settings.keepIntervals()));
    out.collect(Publication.of(board.status(its, now)));
    beat(timers);
    OptionalLong next = board.nextChange(its, now);
    if (next.isPresent()) {
      timers.registerEventTimeTimer(Micros.ceilMillis(next.getAsLong()));
    }
  }

  private void publishRows(
      long at, QueueBoard board, QueueTerms its, TimerService timers, Collector<Publication> out) {
    long every = settings.rowsEvery().toMillis();
    if (at % every == 0) {
      board.changedRows(its, row -> out.collect(Publication.of(row)));
    } else if (board.hasChangedRows()) {
      timers.registerProcessingTimeTimer(at / every * every + every);
    }
  }

  /** A quiet queue says now and then that it is only quiet. */
  private void beat(TimerService timers) {
    long every = settings.heartbeat().toMillis();
    timers.registerProcessingTimeTimer(timers.currentProcessingTime() / every * every + every);
  }

  /** On a grid, so that many changes make one snapshot. */
  private void soon(TimerService timers) {
    long every = settings.snapshotEvery().toMillis();
    timers.registerProcessingTimeTimer(timers.currentProcessingTime() / every * every + every);
  }
}
