// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.board;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.queue.QueueKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A contact to whom a promise is due and at risk, or already broken: as far as warnings and
 * breaches tell. Of one at risk it is only known that it was not broken yet: nobody tells when such
 * a contact is answered in time, so it is listed until the promise would break.
 *
 * @param since since when it waits, in microseconds
 * @param threshold what was promised, in microseconds
 */
public record Overdue(
    String interaction,
    QueueKey key,
    PromiseKind promise,
    long since,
    long threshold,
    boolean breached) {

  private record Due(String interaction, QueueKey key, PromiseKind promise, long since) {}

  /**
   * Those that are due when the stream has come to {@code now}, the longest first.
   *
   * @param told the warnings, breaches and settlements that hold
   */
  static List<Overdue> of(List<Breach> told, long now) {
    Map<Due, Breach> last = new HashMap<>();
    for (Breach each : told) {
      Due due = new Due(each.interaction(), each.key(), each.promise(), each.visitBegin());
      last.merge(due, each, (one, other) -> one.kind().compareTo(other.kind()) > 0 ? one : other);
    }
    return last.values().stream()
        .filter(each -> isDue(each, now))
        .map(Overdue::of)
        .sorted(Comparator.comparingLong(Overdue::since).thenComparing(Overdue::interaction))
        .toList();
  }

  private static boolean isDue(Breach last, long now) {
    return last.kind() == BreachKind.BREACH
        || (last.kind() == BreachKind.AT_RISK && last.visitBegin() + last.threshold() > now);
  }

  private static Overdue of(Breach last) {
    return new Overdue(
        last.interaction(),
        last.key(),
        last.promise(),
        last.visitBegin(),
        last.threshold(),
        last.kind() == BreachKind.BREACH);
  }
}
