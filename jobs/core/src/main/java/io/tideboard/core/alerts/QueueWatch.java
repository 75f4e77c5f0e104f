// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import static io.tideboard.core.tally.Measure.CSAT_SATISFIED;
import static io.tideboard.core.tally.Measure.CSAT_SCORES;
import static io.tideboard.core.tally.Measure.NPS_DETRACTORS;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.core.tally.Kpi;
import io.tideboard.core.tally.PeriodCounts;
import io.tideboard.events.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a queue's status on a channel stands against its rules. */
public final class QueueWatch {

  // Places in QueueStatus.WINDOW_MINUTES.
  private static final int SHORT = 0;
  private static final int WAVE = 1;
  private static final int LONG = 2;
  private static final int HOUR = 3;

  /** The three quarters of an hour before the wave's. */
  private static final int QUARTERS_BEFORE = 3;

  /** A target of 100 % allows this much all the same, or every late contact would be a breach. */
  private static final double LEAST_ALLOWANCE = 0.01;

  /** Served by machines, so that it takes no agent. */
  private static final Set<String> UNMANNED =
      Set.of(Channel.SELF_SERVICE.wire(), Channel.BOT.wire());

  private QueueWatch() {}

  /** What the rules find; nothing outside of the queue's hours. */
  public static Reading read(QueueStatus status, QueueDefinition definition, AlertRules rules) {
    long now = status.freshness().asOf();
    if (!definition.isOpen(now)) {
      return new Reading(status.key(), now, false, List.of());
    }
    List<Finding> found = new ArrayList<>(2);
    serviceLevel(status, definition, rules, found);
    longestWait(status, definition, rules, found);
    double near = rules.calm().share();
    add(AlertKind.WAITING, status.line().waiting(), rules.waiting(), near, now, found);
    abandonRate(status, definition, rules, found);
    unserved(status, definition, rules, found);
    surge(status, rules, found);
    return new Reading(status.key(), now, true, found);
  }

  private static void add(
      AlertKind kind, double value, Limits limits, double near, long since, List<Finding> found) {
    Level level = limits.of(value, near);
    if (level != Level.CLEAR) {
      found.add(new Finding(kind, level, value, limits.reached(level), since));
    }
  }

  /** Both windows: the long one says that it matters, the short one that it still goes on. */
  private static void serviceLevel(
      QueueStatus status, QueueDefinition definition, AlertRules rules, List<Finding> found) {
    PeriodCounts lately = status.counts().windows().get(SHORT);
    PeriodCounts longer = status.counts().windows().get(LONG);
    if (definition.formula().denominator(lately) < rules.guard().inShort()
        || definition.formula().denominator(longer) < rules.guard().inLong()) {
      return;
    }
    @Nullable Double late = missed(lately, definition);
    @Nullable Double lateLonger = missed(longer, definition);
    if (late != null && lateLonger != null) {
      Limits limits =
          rules
              .serviceLevel()
              .times(Math.max(1 - definition.target(), LEAST_ALLOWANCE))
              .atMost(AlertRules.MOST_MISSED);
      add(
          AlertKind.SERVICE_LEVEL,
          Math.min(late, lateLonger),
          limits,
          rules.calm().share(),
          status.freshness().asOf(),
          found);
    }
  }

  private static @Nullable Double missed(PeriodCounts window, QueueDefinition definition) {
    Double level = Kpi.SERVICE_LEVEL.of(window, definition.formula());
    return level == null ? null : 1 - level;
  }

  private static void longestWait(
      QueueStatus status, QueueDefinition definition, AlertRules rules, List<Finding> found) {
    OptionalLong oldest = status.line().oldest();
    if (oldest.isEmpty()) {
      return;
    }
    Limits limits = waits(status, definition, rules);
    double waited = Micros.seconds(status.freshness().asOf() - oldest.getAsLong());
    Level level = limits.of(waited, rules.calm().share());
    if (level != Level.CLEAR) {
      double limit = limits.reached(level);
      long since = crossed(oldest.getAsLong() + micros(limit), status, definition);
      found.add(new Finding(AlertKind.LONGEST_WAIT, level, waited, limit, since));
    }
  }

  private static Limits waits(QueueStatus status, QueueDefinition definition, AlertRules rules) {
    return rules.longestWait().times(threshold(status, definition));
  }

  private static double threshold(QueueStatus status, QueueDefinition definition) {
    return Micros.seconds(Micros.of(definition.threshold(status.key().channel())));
  }

  /** The crossing itself, unless the queue was closed since then: so long nobody looked. */
  private static long crossed(long at, QueueStatus status, QueueDefinition definition) {
    long now = status.freshness().asOf();
    boolean open = definition.hours().within(at, now, definition.timeZone()) == now - at;
    return open ? at : now;
  }

  private static void abandonRate(
      QueueStatus status, QueueDefinition definition, AlertRules rules, List<Finding> found) {
    PeriodCounts longer = status.counts().windows().get(LONG);
    Double rate = Kpi.ABANDON_RATE.of(longer, definition.formula());
    if (rate != null && definition.formula().denominator(longer) >= rules.guard().inLong()) {
      long now = status.freshness().asOf();
      add(AlertKind.ABANDON_RATE, rate, rules.abandonRate(), rules.calm().share(), now, found);
    }
  }

  /** Half of the rule: somebody waits. The other half is the team's. */
  private static void unserved(
      QueueStatus status, QueueDefinition definition, AlertRules rules, List<Finding> found) {
    OptionalLong oldest = status.line().oldest();
    double limit = rules.nobodyServing() * threshold(status, definition);
    if (oldest.isEmpty() || limit == 0 || unmanned(status)) {
      return;
    }
    long ripe = oldest.getAsLong() + micros(limit);
    long now = status.freshness().asOf();
    if (ripe <= now) {
      found.add(
          new Finding(
              AlertKind.NOBODY_SERVING,
              Level.CRITICAL,
              Micros.seconds(now - oldest.getAsLong()),
              limit,
              crossed(ripe, status, definition)));
    }
  }

  private static boolean unmanned(QueueStatus status) {
    return UNMANNED.contains(status.key().channel());
  }

  private static void surge(QueueStatus status, AlertRules rules, List<Finding> found) {
    long wave = bad(status.counts().windows().get(WAVE));
    long before = bad(status.counts().windows().get(HOUR)) - wave;
    int least = rules.surge().least();
    if (least > 0 && wave * (double) QUARTERS_BEFORE >= rules.surge().factor() * before) {
      Limits limits = new Limits(least, 0);
      long now = status.freshness().asOf();
      add(AlertKind.NEGATIVE_CONTACTS, wave, limits, rules.calm().share(), now, found);
    }
  }

  private static long bad(PeriodCounts window) {
    return window.get(CSAT_SCORES) - window.get(CSAT_SATISFIED) + window.get(NPS_DETRACTORS);
  }

  /** When a rule's level will next change although nothing happens; in microseconds. */
  public static OptionalLong nextChange(
      QueueStatus status, QueueDefinition definition, AlertRules rules) {
    OptionalLong oldest = status.line().oldest();
    if (oldest.isEmpty()) {
      return OptionalLong.empty();
    }
    long now = status.freshness().asOf();
    Limits waits = waits(status, definition, rules);
    long next = Long.MAX_VALUE;
    next = sooner(next, oldest.getAsLong(), waits.warning(), now);
    next = sooner(next, oldest.getAsLong(), waits.critical(), now);
    if (!unmanned(status)) {
      double unserved = rules.nobodyServing() * threshold(status, definition);
      next = sooner(next, oldest.getAsLong(), unserved, now);
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  private static long sooner(long next, long begin, double seconds, long now) {
    long at = begin + micros(seconds);
    return seconds > 0 && at > now ? Math.min(next, at) : next;
  }

  private static long micros(double seconds) {
    return Math.round(seconds * Micros.SECOND);
  }
}
