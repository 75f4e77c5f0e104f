// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.metrics;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.tally.Timing;
import io.tideboard.core.tally.TimingCounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long things took since the beginning. Every histogram has the usual bounds of its kind of
 * channel, at which the counts are exact, and one at the queue's threshold. There the count is
 * exact for everything that ended since the threshold was set; where the threshold is no usual
 * bound, what ended before under another one counts as longer if it shares its bucket. An outcome
 * that never was has no histogram.
 */
final class HistogramFamilies {

  private static final byte[] BUCKET = TextPage.ascii("_bucket");
  private static final byte[] SUM = TextPage.ascii("_sum");
  private static final byte[] COUNT = TextPage.ascii("_count");

  private static final Map<String, Timing> OUTCOMES =
      new TreeMap<>(
          Map.of(
              "answered", Timing.ANSWER_WAIT,
              "abandoned", Timing.ABANDON_WAIT,
              "callback", Timing.CALLBACK_WAIT,
              "flowed_out", Timing.FLOW_OUT_WAIT));

  private HistogramFamilies() {}

  static List<Family> all() {
    return List.of(
        histogram(
            "tideboard_wait_seconds",
            "Known waits of ended visits, by how they ended.",
            (queue, line) ->
                OUTCOMES.forEach((outcome, timing) -> write(queue, line, timing, outcome))),
        histogram(
            "tideboard_handle_seconds",
            "Talk, hold and wrap-up of handled legs.",
            (queue, line) -> write(queue, line, Timing.HANDLE, "")),
        histogram(
            "tideboard_first_response_seconds",
            "From what the customer asked to the first answer to it.",
            (queue, line) -> write(queue, line, Timing.FIRST_RESPONSE, "")),
        histogram(
            "tideboard_resolution_seconds",
            "From the contact's beginning to its resolution.",
            (queue, line) -> write(queue, line, Timing.RESOLUTION, "")));
  }

  private static Family histogram(String name, String help, Family.Lines lines) {
    return new Family(name, Family.Kind.HISTOGRAM, help, lines);
  }

  private static void write(Shown queue, Line line, Timing timing, String outcome) {
    TimingCounts counts = queue.queue().counts().lifetime().timing(timing);
    long count = counts.count();
    if (count == 0) {
      return;
    }
    boolean spoken = timing != Timing.RESOLUTION && !Channels.asynchronous(queue.channel());
    long threshold = Micros.of(queue.definition().threshold(queue.channel()));
    Bounds bounds = Bounds.of(outcome, spoken, threshold);
    for (int i = 0; i < bounds.size(); i++) {
      line.value(BUCKET, bounds.label(i), counts.countUpTo(bounds.bound(i)));
    }
    line.value(BUCKET, bounds.endless(), count);
    line.value(SUM, bounds.whole(), Micros.seconds(counts.sum()));
    line.value(COUNT, bounds.whole(), count);
  }
}
