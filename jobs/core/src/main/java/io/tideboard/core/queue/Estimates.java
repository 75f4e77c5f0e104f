// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.tally.Measure.ABANDONED;
import static io.tideboard.core.tally.Measure.ANSWERED;
import static io.tideboard.core.tally.Measure.ANSWERED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.AT_ONCE_MICROS;
import static io.tideboard.core.tally.Measure.CALLBACKS;
import static io.tideboard.core.tally.Measure.FLOWED_OUT;
import static io.tideboard.core.tally.Measure.HANDLED;
import static io.tideboard.core.tally.Measure.HANDLE_MICROS;
import static io.tideboard.core.tally.Measure.UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.WAITED;
import static io.tideboard.core.tally.Measure.WAITED_MICROS;
import static io.tideboard.core.tally.Measure.WAITED_UNSERVED;

import io.tideboard.core.estimate.EstimatedWait;
import io.tideboard.core.estimate.PastWaits;
import io.tideboard.core.estimate.QueueState;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Counted;
import io.tideboard.core.tally.PeriodCounts;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The estimated wait by what a status tells: of a contact that arrives at its time. */
public final class Estimates {

  private Estimates() {}

  /**
   * The wait of a contact that arrives at the status's time; none in a queue that is closed, unless
   * somebody still waits or is served there.
   */
  public static OptionalLong inHours(QueueStatus status, QueueDefinition definition) {
    boolean deserted = status.line().waiting() == 0 && status.line().inProgress() == 0;
    return deserted && !definition.isOpen(status.freshness().asOf())
        ? OptionalLong.empty()
        : of(status, null);
  }

  /** The wait of a contact that arrives at the status's time. */
  public static OptionalLong of(QueueStatus status, QueueState.@Nullable Agents agents) {
    QueueStatus.Line line = status.line();
    long asOf = status.freshness().asOf();
    long longest = line.oldest().isPresent() ? asOf - line.oldest().getAsLong() : 0;
    List<PeriodCounts> windows = status.counts().windows();
    return EstimatedWait.of(
        new QueueState(
            new QueueState.Line(line.waiting(), Math.max(0, longest), line.inProgress()),
            agents,
            new QueueState.Past(
                past(windows.get(1)), past(windows.get(3)), past(status.counts().total()))));
  }

  private static PastWaits past(Counted counted) {
    long waited = counted.get(WAITED);
    long unserved = counted.get(WAITED_UNSERVED);
    long answered = counted.get(ANSWERED) - counted.get(ANSWERED_UNKNOWN_WAIT);
    return new PastWaits(
        counted.get(ANSWERED)
            + counted.get(ABANDONED)
            + counted.get(FLOWED_OUT)
            + counted.get(CALLBACKS)
            - counted.get(UNKNOWN_WAIT),
        new PastWaits.Waited(waited, unserved, counted.get(WAITED_MICROS)),
        new PastWaits.Sum(answered - (waited - unserved), counted.get(AT_ONCE_MICROS)),
        new PastWaits.Sum(counted.get(HANDLED), counted.get(HANDLE_MICROS)));
  }
}
