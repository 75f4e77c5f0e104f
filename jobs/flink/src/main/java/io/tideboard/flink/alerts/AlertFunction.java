// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.AlertBook;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import io.tideboard.core.alerts.AlertRules;
import io.tideboard.core.alerts.Reading;
import io.tideboard.core.clock.Micros;
import io.tideboard.events.Topics;
import io.tideboard.flink.live.Publication;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Where everything that rules find of one queue meets: keeps its book of episodes. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
final class AlertFunction extends KeyedProcessFunction<String, Reading, Publication> {

  private final AlertSettings settings;

  private transient ValueState<byte[]> books;
  private transient Map<String, List<AlertEpisode>> told;

  AlertFunction(AlertSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    books =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "alerts", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    told =
        settings.told().latest().stream()
            .collect(Collectors.groupingBy(episode -> episode.origin().queue()));
  }

  @Override
  public void processElement(Reading reading, Context context, Collector<Publication> out)
      throws Exception {
    String queue = context.getCurrentKey();
    AlertRules rules = settings.rules().of(queue);
    AlertBook book = book();
    OptionalLong before = book.wakeAt(rules);
    adopt(queue, book, reading.at(), out);
    book.take(reading, rules, episode -> out.collect(publication(episode)));
    keep(book, before, rules, context.timerService());
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Publication> out)
      throws Exception {
    String queue = context.getCurrentKey();
    AlertRules rules = settings.rules().of(queue);
    AlertBook book = book();
    OptionalLong before = book.wakeAt(rules);
    adopt(queue, book, at * Micros.MILLI, out);
    book.advance(at * Micros.MILLI, rules, episode -> out.collect(publication(episode)));
    keep(book, before, rules, context.timerService());
  }

  /** The first that is heard of a queue after a start. */
  private void adopt(String queue, AlertBook book, long now, Collector<Publication> out) {
    List<AlertEpisode> its = told.remove(queue);
    if (its != null) {
      book.adopt(its, now, episode -> out.collect(publication(episode)));
    }
  }

  private AlertBook book() throws Exception {
    byte[] kept = books.value();
    return kept == null ? new AlertBook() : AlertJson.readBook(kept);
  }

  private void keep(AlertBook book, OptionalLong before, AlertRules rules, TimerService timers)
      throws Exception {
    OptionalLong after = book.wakeAt(rules);
    if (!after.equals(before)) {
      before.ifPresent(at -> timers.deleteEventTimeTimer(Micros.ceilMillis(at)));
      after.ifPresent(at -> timers.registerEventTimeTimer(Micros.ceilMillis(at)));
    }
    if (book.isEmpty()) {
      books.clear();
    } else {
      books.update(AlertJson.write(book));
    }
  }

  private static Publication publication(AlertEpisode episode) {
    return new Publication(Topics.ALERTS, episode.id(), AlertJson.write(episode));
  }
}
