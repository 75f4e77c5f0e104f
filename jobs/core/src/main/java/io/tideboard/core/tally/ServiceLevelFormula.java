// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static io.tideboard.core.tally.Measure.ABANDONED;
import static io.tideboard.core.tally.Measure.ABANDONED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.ABANDONED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.ANSWERED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.ANSWERED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.CALLBACKS_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.FLOWED_OUT;
import static io.tideboard.core.tally.Measure.OFFERED;
import static io.tideboard.core.tally.Measure.SHORT_ABANDONED;
import static io.tideboard.core.tally.Measure.UNKNOWN_WAIT;

import io.tideboard.events.WireName;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * The seven ways in which service level is counted. A is answered, AT answered within the
 * threshold, B abandoned, BT abandoned within it, BS short abandons, F flowed out, CT callbacks
 * within the threshold, Q offered. Visits whose wait is unknown are left out of every one of them.
 */
public enum ServiceLevelFormula implements WireName {
  /** AT / (A + B − BS): common in workforce management. */
  EXCLUDE_SHORT_ABANDONS(
      t -> t.get(ANSWERED_WITHIN_THRESHOLD), t -> ended(t) - t.get(SHORT_ABANDONED)),
  /** AT / A: Wazo, VICIdial. */
  ANSWERED(
      t -> t.get(ANSWERED_WITHIN_THRESHOLD),
      t -> t.get(Measure.ANSWERED) - t.get(ANSWERED_UNKNOWN_WAIT)),
  /** AT / (A + B): the default of Genesys. */
  ANSWERED_AND_ABANDONED(t -> t.get(ANSWERED_WITHIN_THRESHOLD), ServiceLevelFormula::ended),
  /** AT / (A + B + F): Genesys with flow-outs. */
  WITH_FLOW_OUTS(t -> t.get(ANSWERED_WITHIN_THRESHOLD), t -> ended(t) + t.get(FLOWED_OUT)),
  /** (AT + BT) / (A + B): the second figure of Asterisk. */
  ABANDONS_WITHIN_COUNT(
      t -> t.get(ANSWERED_WITHIN_THRESHOLD) + t.get(ABANDONED_WITHIN_THRESHOLD),
      ServiceLevelFormula::ended),
  /** AT / (A + B − BT): the fourth of Bright Pattern. */
  EXCLUDE_ABANDONS_WITHIN(
      t -> t.get(ANSWERED_WITHIN_THRESHOLD), t -> ended(t) - t.get(ABANDONED_WITHIN_THRESHOLD)),
  /** (AT + BT + CT) / Q: Amazon Connect. */
  REMOVED_WITHIN(
      t ->
          t.get(ANSWERED_WITHIN_THRESHOLD)
              + t.get(ABANDONED_WITHIN_THRESHOLD)
              + t.get(CALLBACKS_WITHIN_THRESHOLD),
      t -> t.get(OFFERED) - t.get(UNKNOWN_WAIT));

  private final ToLongFunction<Counted> numerator;
  private final ToLongFunction<Counted> denominator;

  ServiceLevelFormula(ToLongFunction<Counted> numerator, ToLongFunction<Counted> denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The service level, 0 to 1; empty where there is nothing to judge. */
  public OptionalDouble of(Counted tally) {
    long of = denominator(tally);
    return of <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(numerator.applyAsLong(tally) / (double) of);
  }

  /** How many visits the service level is a share of. */
  public long denominator(Counted tally) {
    return denominator.applyAsLong(tally);
  }

  private static long ended(Counted t) {
    return t.get(Measure.ANSWERED)
        - t.get(ANSWERED_UNKNOWN_WAIT)
        + t.get(ABANDONED)
        - t.get(ABANDONED_UNKNOWN_WAIT);
  }
}
