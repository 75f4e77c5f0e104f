// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.clock.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The alerts of one queue: what its rules find on every channel, and the episodes that are open,
 * one of each cause at most. Live state; what changes is told as episodes.
 *
 * <p>An episode opens with the first rule that finds a cause, takes in whatever else is found of
 * the same cause, is escalated when one of the rules finds it critical, and is over when none has
 * found anything for a while.
 */
public final class AlertBook {

  /** Since when nothing of an open episode has been seen, where that is so. */
  static final long NOT_CALM = Long.MAX_VALUE;

  /** An open episode. */
  record Running(AlertEpisode episode, long calmSince) {}

  final Map<String, Reading> readings = new TreeMap<>();
  final Map<AlertCause, Running> running = new EnumMap<>(AlertCause.class);

  /** Takes what is found on a channel now, in place of what was found there before. */
  public void take(Reading reading, AlertRules rules, Consumer<AlertEpisode> changed) {
    String channel = reading.key().channel();
    if (reading.findings().isEmpty()) {
      readings.remove(channel);
    } else {
      readings.put(channel, reading);
    }
    for (AlertCause cause : AlertCause.values()) {
      judge(cause, reading, rules, changed);
    }
  }

  private void judge(
      AlertCause cause, Reading latest, AlertRules rules, Consumer<AlertEpisode> changed) {
    List<Symptom> seen = seen(cause);
    Running before = running.get(cause);
    if (before == null) {
      if (!seen.isEmpty()) {
        AlertEpisode opened = AlertEpisode.open(latest.key().queue(), seen.get(0), latest.at());
        AlertEpisode all = opened.with(seen, latest.at());
        // What is critical from the first moment on has not been escalated.
        opened =
            all == opened
                ? opened
                : new AlertEpisode(
                    opened.origin(),
                    AlertPhase.OPEN,
                    all.severity(),
                    all.symptoms(),
                    1,
                    latest.at(),
                    null);
        running.put(cause, new Running(opened, NOT_CALM));
        changed.accept(opened);
      }
      return;
    }
    AlertEpisode now = before.episode.with(seen, latest.at());
    if (now != before.episode) {
      changed.accept(now);
    }
    boolean calm = seen.isEmpty() && !isNear(cause);
    long since = calm ? Math.min(before.calmSince, latest.at()) : NOT_CALM;
    running.put(cause, new Running(now, since));
    if (calm && !latest.inHours()) {
      close(cause, CloseReason.OUT_OF_HOURS, latest.at(), changed);
    } else {
      advance(latest.at(), rules, changed);
    }
  }

  /** What of a cause is out of bounds, in the order in which it came to be. */
  private List<Symptom> seen(AlertCause cause) {
    List<Symptom> seen = new ArrayList<>();
    boolean unmanned = readings.containsKey(TeamStatus.EVERY_CHANNEL);
    readings.forEach(
        (channel, reading) -> {
          for (Finding finding : reading.findings()) {
            boolean half =
                finding.kind() == AlertKind.NOBODY_SERVING
                    && (!unmanned || channel.equals(TeamStatus.EVERY_CHANNEL));
            if (finding.kind().cause() == cause && !half) {
              finding.level().severity().ifPresent(s -> seen.add(symptom(finding, channel, s)));
            }
          }
        });
    seen.sort(Comparator.comparingLong(Symptom::since).thenComparing(Symptom::kind));
    return seen;
  }

  private Symptom symptom(Finding finding, String channel, AlertSeverity severity) {
    Reading team = readings.get(TeamStatus.EVERY_CHANNEL);
    // Both halves must have been there.
    long since =
        finding.kind() == AlertKind.NOBODY_SERVING && team != null
            ? Math.max(finding.since(), team.findings().get(0).since())
            : finding.since();
    return new Symptom(finding.kind(), channel, severity, finding.value(), finding.limit(), since);
  }

  private boolean isNear(AlertCause cause) {
    return readings.values().stream()
        .flatMap(reading -> reading.findings().stream())
        .anyMatch(finding -> finding.kind().cause() == cause && finding.level() == Level.NEAR);
  }

  /** Time has come to {@code now}: what has been calm for long enough is over. */
  public void advance(long now, AlertRules rules, Consumer<AlertEpisode> changed) {
    for (AlertCause cause : AlertCause.values()) {
      Running its = running.get(cause);
      if (its != null && its.calmSince != NOT_CALM && now >= overAt(its, rules)) {
        close(cause, CloseReason.CLEARED, now, changed);
      }
    }
  }

  private static long overAt(Running its, AlertRules rules) {
    return its.calmSince + Micros.of(rules.calm().least());
  }

  private void close(
      AlertCause cause, CloseReason reason, long now, Consumer<AlertEpisode> changed) {
    Running its = running.remove(cause);
    if (its != null) {
      changed.accept(its.episode.close(reason, now));
    }
  }

  /** When {@link #advance} must be called, in microseconds; empty when it need not. */
  public OptionalLong wakeAt(AlertRules rules) {
    return running.values().stream()
        .filter(its -> its.calmSince != NOT_CALM)
        .mapToLong(its -> overAt(its, rules))
        .min();
  }

  /**
   * After a restart: what had been told of this queue by then holds, since the state may be older.
   *
   * @param told the latest of each episode, in any order
   * @param now in microseconds
   */
  public void adopt(List<AlertEpisode> told, long now, Consumer<AlertEpisode> changed) {
    for (AlertCause cause : AlertCause.values()) {
      adopt(
          cause,
          told.stream().filter(episode -> episode.origin().kind().cause() == cause).toList(),
          now,
          changed);
    }
  }

  private void adopt(
      AlertCause cause, List<AlertEpisode> told, long now, Consumer<AlertEpisode> changed) {
    Running its = running.get(cause);
    if (its != null && told.stream().anyMatch(each -> isOf(its, each) && !each.isOpen())) {
      running.remove(cause);
    }
    List<AlertEpisode> open =
        told.stream()
            .filter(AlertEpisode::isOpen)
            .sorted(Comparator.comparingLong(each -> each.origin().openedAt()))
            .toList();
    if (!open.isEmpty()) {
      AlertEpisode first = open.get(0);
      long calmSince = its != null && isOf(its, first) ? its.calmSince : NOT_CALM;
      running.put(cause, new Running(first, calmSince));
    }
    open.stream().skip(1).forEach(each -> changed.accept(each.close(CloseReason.SUPERSEDED, now)));
  }

  private static boolean isOf(Running its, AlertEpisode told) {
    return its.episode.id().equals(told.id());
  }

  /** Whether there is nothing to remember. */
  public boolean isEmpty() {
    return readings.isEmpty() && running.isEmpty();
  }
}
