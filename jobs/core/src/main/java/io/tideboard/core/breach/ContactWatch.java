// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows one interaction through events and time, and tells when a promise is about to break,
 * breaks or is settled: each once a visit, and taken back when a late event shows that it never
 * was.
 */
public final class ContactWatch {

  private final Function<QueueKey, QueueTerms> terms;

  /**
   * @param terms each queue's terms; asked often, so it should remember them
   */
  public ContactWatch(Function<QueueKey, QueueTerms> terms) {
    this.terms = terms;
  }

  /** Takes an event of the interaction {@code id}, at the stream's time {@code now}. */
  public WatchStep on(String id, Watched watched, Moment moment, long now) {
    Step step = InteractionLifecycle.on(watched.interaction(), moment);
    if (step.facts().isEmpty()) {
      Watched same = new Watched(step.interaction(), watched.alarmAt());
      return new WatchStep(same, List.of(), List.of(), List.of());
    }
    long told = watched.alarmAt() - 1;
    long alarmAt = nextAlarm(watched, step.interaction(), now);
    List<Breach> before = new ArrayList<>(0);
    List<Breach> after = new ArrayList<>(0);
    for (Fact fact : step.facts()) {
      if (fact instanceof Fact.VisitRevised revised) {
        before.addAll(broken(id, revised.before(), told));
        after.addAll(broken(id, revised.after(), alarmAt - 1));
      }
    }
    return new WatchStep(
        new Watched(step.interaction(), alarmAt),
        step.facts(),
        missing(after, before),
        missing(before, after));
  }

  /** Time has come to {@code now}: tells what is due. */
  public WatchStep alarm(String id, Watched watched, long now) {
    long told = watched.alarmAt() - 1;
    List<Breach> broken = new ArrayList<>(2);
    long alarmAt = Promise.NEVER;
    for (QueueVisit visit : watched.interaction().visits()) {
      if (visit.waiting()) {
        broken.addAll(missing(broken(id, visit, now), broken(id, visit, told)));
        alarmAt = Math.min(alarmAt, Promise.next(visit, termsOf(visit), Math.max(now, told)));
      }
    }
    return new WatchStep(new Watched(watched.interaction(), alarmAt), List.of(), broken, List.of());
  }

  private long nextAlarm(Watched before, Interaction after, long now) {
    long told = before.alarmAt() - 1;
    long reached = now;
    // A restored stream knows no time yet, but what was told of a visit shows how far it had come.
    for (QueueVisit visit : before.interaction().visits()) {
      if (visit.waiting()) {
        reached = Math.max(reached, Promise.last(visit, termsOf(visit), told));
      }
    }
    long next = Promise.NEVER;
    for (QueueVisit visit : after.visits()) {
      if (visit.waiting()) {
        long from = waitedIn(before.interaction(), visit) ? told : reached;
        next = Math.min(next, Promise.next(visit, termsOf(visit), from));
      }
    }
    return next;
  }

  /** Whether this wait was known before, and so watched. */
  private static boolean waitedIn(Interaction before, QueueVisit wait) {
    for (QueueVisit visit : before.visits()) {
      if (visit.waiting()
          && visit.begin() == wait.begin()
          && visit.queue().equals(wait.queue())
          && visit.channel().equals(wait.channel())) {
        return true;
      }
    }
    return false;
  }

  private List<Breach> broken(String id, @Nullable QueueVisit visit, long until) {
    return visit == null ? List.of() : Promise.broken(id, visit, termsOf(visit), until);
  }

  private QueueTerms termsOf(QueueVisit visit) {
    return terms.apply(new QueueKey(visit.queue(), visit.channel()));
  }

  private static List<Breach> missing(List<Breach> all, List<Breach> known) {
    List<Breach> missing = new ArrayList<>(0);
    for (Breach breach : all) {
      if (!known.contains(breach)) {
        missing.add(breach);
      }
    }
    return missing;
  }
}
