// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One cause of trouble in one queue, from when it is first seen until it is over: one page. What
 * {@code tideboard.alerts} carries.
 *
 * @param origin what opened it, which tells it from every other
 * @param severity the worst so far
 * @param symptoms every rule and channel that joined, in that order
 * @param revision 1 when it opens, one more with every change
 * @param changedAt when it changed last, in microseconds
 * @param closed why it is over; null while it is not
 */
public record AlertEpisode(
    Origin origin,
    AlertPhase phase,
    AlertSeverity severity,
    List<Symptom> symptoms,
    int revision,
    long changedAt,
    @Nullable CloseReason closed) {

  public AlertEpisode {
    symptoms = List.copyOf(symptoms);
  }

  /**
   * What opened an episode.
   *
   * @param queue empty for the whole installation
   * @param channel {@code *} for all of them
   * @param openedAt when, in microseconds
   */
  public record Origin(AlertKind kind, String queue, String channel, long openedAt) {

    /** The same in every run: {@code kind/queue/channel/openedAt}. */
    public String id() {
      return kind.wire() + "/" + queue + "/" + channel + "/" + openedAt;
    }

    /** What a queue has one open episode of: {@code cause/queue}. */
    public String causeKey() {
      return kind.cause().wire() + "/" + queue;
    }
  }

  /** Opens one with its first symptom. */
  public static AlertEpisode open(String queue, Symptom first, long now) {
    return new AlertEpisode(
        new Origin(first.kind(), queue, first.channel(), first.since()),
        AlertPhase.OPEN,
        first.severity(),
        List.of(first),
        1,
        now,
        null);
  }

  /** Its id. */
  public String id() {
    return origin.id();
  }

  /** Whether it is not over. */
  public boolean isOpen() {
    return phase != AlertPhase.CLOSED;
  }

  /** When it was over, in microseconds; empty while it is not. */
  public OptionalLong closedAt() {
    return isOpen() ? OptionalLong.empty() : OptionalLong.of(changedAt);
  }

  /** With what is seen now: the same when nothing of it is new or worse. */
  AlertEpisode with(List<Symptom> seen, long now) {
    List<Symptom> all = new ArrayList<>(symptoms);
    AlertSeverity worst = severity;
    for (Symptom symptom : seen) {
      Symptom known = all.stream().filter(symptom::isOf).findFirst().orElse(null);
      if (known == null) {
        all.add(symptom);
      } else if (symptom.severity().compareTo(known.severity()) > 0) {
        all.set(all.indexOf(known), symptom);
      }
      worst = symptom.severity().compareTo(worst) > 0 ? symptom.severity() : worst;
    }
    if (all.equals(symptoms)) {
      return this;
    }
    AlertPhase next = worst == severity ? phase : AlertPhase.ESCALATED;
    return new AlertEpisode(origin, next, worst, all, revision + 1, now, null);
  }

  /** The same, over. */
  public AlertEpisode close(CloseReason reason, long now) {
    return new AlertEpisode(
        origin, AlertPhase.CLOSED, severity, symptoms, revision + 1, now, reason);
  }
}
