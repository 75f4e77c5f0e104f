// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.events.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongBiFunction;

/** What is exposed of a queue on a channel. */
final class QueueFamilies {

  private static final double MILLIS = 1_000.0;
  private static final byte[][] WINDOWS =
      Arrays.stream(QueueStatus.WINDOW_MINUTES)
          .mapToObj(minutes -> Line.label("window", minutes + "m"))
          .toArray(byte[][]::new);
  private static final byte[][] REPAIRS = labels("repair", RepairCounter.values());
  private static final byte[][] KINDS = labels("kind", ScoreCounter.values());
  private static final byte[][] REASONS = labels("reason", Rejection.values());

  private QueueFamilies() {}

  static byte[][] labels(String name, WireName[] values) {
    return Arrays.stream(values)
        .map(value -> Line.label(name, value.wire()))
        .toArray(byte[][]::new);
  }

  static List<Family> all() {
    List<Family> all = new ArrayList<>();
    for (LineGauge gauge : LineGauge.values()) {
      all.add(
          Family.gauge(
              gauge.metric, gauge.help, (queue, line) -> line.value(gauge.of(queue.queue()))));
    }
    all.add(
        Family.gauge(
            "tideboard_longest_wait_seconds",
            "How long the contact that waits longest has waited; 0 when none waits.",
            (queue, line) -> line.value(longestWait(queue))));
    for (TallyCounter counter : TallyCounter.values()) {
      all.add(
          Family.counter(
              counter.metric,
              counter.help,
              (queue, line) -> line.value(counter.of(queue.queue().counts()))));
    }
    all.add(
        Family.counter(
            "tideboard_repairs_total",
            "What was put right of visits and legs where events are missing.",
            QueueFamilies::repairs));
    all.add(
        Family.counter(
            "tideboard_rejected_total",
            "Events of the queue that are not counted, but kept in tideboard.rejected.",
            QueueFamilies::rejected));
    all.addAll(scores());
    all.addAll(promises());
    all.addAll(HistogramFamilies.all());
    return all;
  }

  private static List<Family> scores() {
    return List.of(
        Family.counter(
            "tideboard_feedback_total",
            "Scores that customers gave, by kind of survey.",
            (queue, line) -> scores(queue, line, ScoreCounter::scores)),
        Family.counter(
            "tideboard_feedback_negative_total",
            "Scores of customers who are not content: CSAT up to 3, NPS up to 6.",
            (queue, line) -> scores(queue, line, ScoreCounter::bad)));
  }

  private static List<Family> promises() {
    return List.of(
        Family.gauge(
            "tideboard_service_level_ratio",
            "Share served in time, by the queue's formula; left out where there is no data.",
            QueueFamilies::serviceLevel),
        Family.gauge(
            "tideboard_service_level_target_ratio",
            "Share that should be served within the threshold.",
            (queue, line) -> line.value(queue.definition().target())),
        Family.gauge(
            "tideboard_service_level_threshold_seconds",
            "Within which a contact should be answered.",
            (queue, line) ->
                line.value(
                    Micros.seconds(Micros.of(queue.definition().threshold(queue.channel()))))),
        Family.gauge(
            "tideboard_queue_open",
            "1 within the queue's opening hours, else 0.",
            (queue, line) -> line.value(isOpen(queue) ? 1 : 0)),
        Family.gauge(
            "tideboard_snapshot_timestamp_seconds",
            "When the status that these figures come from was published.",
            (queue, line) -> line.value(queue.receivedAt().toEpochMilli() / MILLIS)),
        Family.gauge(
            "tideboard_watermark_timestamp_seconds",
            "Up to which time of the events these figures hold.",
            (queue, line) -> line.value(Micros.seconds(queue.queue().freshness().asOf()))));
  }

  private static void scores(
      Shown queue, Line line, ToLongBiFunction<ScoreCounter, QueueStatus.Counts> value) {
    for (ScoreCounter kind : ScoreCounter.values()) {
      line.value(KINDS[kind.ordinal()], value.applyAsLong(kind, queue.queue().counts()));
    }
  }

  private static boolean isOpen(Shown queue) {
    Instant stream = queue.now().stream();
    return queue
        .definition()
        .isOpen(stream == null ? queue.queue().freshness().asOf() : Micros.of(stream));
  }

  private static double longestWait(Shown queue) {
    OptionalLong oldest = queue.queue().line().oldest();
    Instant stream = queue.now().stream();
    return oldest.isEmpty() || stream == null
        ? 0
        : Math.max(0, Micros.seconds(Micros.of(stream) - oldest.getAsLong()));
  }

  private static void repairs(Shown queue, Line line) {
    for (RepairCounter repair : RepairCounter.values()) {
      line.value(REPAIRS[repair.ordinal()], queue.queue().counts().lifetime().get(repair.measure));
    }
  }

  private static void rejected(Shown queue, Line line) {
    for (Rejection why : Rejection.values()) {
      line.value(REASONS[why.ordinal()], queue.queue().counts().rejected().get(why.ordinal()));
    }
  }

  /** Left out where there is no data: 0 would be an alarm, and 1 a lie. */
  private static void serviceLevel(Shown queue, Line line) {
    List<PeriodCounts> windows = queue.queue().counts().windows();
    for (int i = 0; i < windows.size(); i++) {
      byte[] window = WINDOWS[i];
      queue.definition().formula().of(windows.get(i)).ifPresent(level -> line.value(window, level));
    }
  }
}
