// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.json.EventDecoder;
import java.time.Duration;

/**
 * What may pass.
 *
 * @param eventTime whether a log is replayed: then no event is too old or in the future, and time
 *     is what the events say
 * @param maxFuture how far ahead of the gateway's clock an event may be; in a replay, how far ahead
 *     of the other sources one may be and still move the clock
 * @param allowedLateness how old an event may be
 * @param maxEvents how many events one request may hold
 * @param maxDepth how deep the JSON of an event may be nested; an array around several may count
 * @param comments whether customers' comments are kept, with numbers and addresses masked
 */
public record AdmissionRules(
    boolean eventTime,
    Duration maxFuture,
    Duration allowedLateness,
    int maxEvents,
    int maxDepth,
    boolean comments) {

  /** The levels of a snapshot in an array in a CloudEvent: less would refuse events. */
  public static final int LEAST_DEPTH = 6;

  /** Five minutes ahead, a day behind, 1000 events a request, no comments. */
  public static final AdmissionRules DEFAULT =
      new AdmissionRules(false, Duration.ofMinutes(5), Duration.ofHours(24), 1000);

  public AdmissionRules {
    requireNotNegative("maxFuture", maxFuture);
    requireNotNegative("allowedLateness", allowedLateness);
    if (maxEvents < 1) {
      throw new IllegalArgumentException(maxEvents + " as maxEvents: expected at least 1");
    }
    if (maxDepth < LEAST_DEPTH) {
      throw new IllegalArgumentException(
          maxDepth + " as maxDepth: expected at least " + LEAST_DEPTH);
    }
  }

  /** Without comments. */
  public AdmissionRules(
      boolean eventTime, Duration maxFuture, Duration allowedLateness, int maxEvents) {
    this(eventTime, maxFuture, allowedLateness, maxEvents, EventDecoder.DEEPEST, false);
  }

  /** The same rules, and another depth. */
  public AdmissionRules withMaxDepth(int maxDepth) {
    return new AdmissionRules(eventTime, maxFuture, allowedLateness, maxEvents, maxDepth, comments);
  }

  /** The same rules, and whether comments are kept. */
  public AdmissionRules withComments(boolean comments) {
    return new AdmissionRules(eventTime, maxFuture, allowedLateness, maxEvents, maxDepth, comments);
  }

  /** The same rules, for live events or for a replay. */
  public AdmissionRules withEventTime(boolean eventTime) {
    return new AdmissionRules(eventTime, maxFuture, allowedLateness, maxEvents, maxDepth, comments);
  }

  /** The same rules, with other tolerances. */
  public AdmissionRules withTolerances(Duration maxFuture, Duration allowedLateness) {
    return new AdmissionRules(eventTime, maxFuture, allowedLateness, maxEvents, maxDepth, comments);
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(value + " as " + name + ": expected 0 or more");
    }
  }
}
