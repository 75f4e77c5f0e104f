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
import io.tideboard.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    return on(id, watched, List.of(moment), now);
  }

  /**
   * Takes events of the interaction {@code id}, all at the stream's time {@code now}: what they
   * come to together, and not what each would have come to.
   */
  public WatchStep on(String id, Watched watched, List<Moment> heard, long now) {
    List<Moment> moments = wrapUpsLimited(heard);
    Step step = InteractionLifecycle.on(watched.interaction(), moments);
    List<Fact> facts = step.facts();
    Interaction next = step.interaction();
    List<Moment> expiries = Expiry.around(moments, next, limit(next));
    if (!expiries.isEmpty()) {
      Step expired = InteractionLifecycle.on(next, expiries);
      next = expired.interaction();
      facts = new ArrayList<>(facts);
      facts.addAll(expired.facts());
    }
    return told(id, watched, new Step(next, facts), now);
  }

  /**
   * Takes what platforms' lists and restarts say of the interaction {@code id}, all of it that is
   * remembered: what follows takes the place of what followed before.
   */
  public WatchStep conclude(String id, Watched watched, List<Moment> ofPlatforms, long now) {
    Interaction interaction = watched.interaction();
    Interaction next = interaction.concluding(ofPlatforms, limit(interaction));
    return told(id, watched, InteractionLifecycle.between(interaction, next), now);
  }

  private WatchStep told(String id, Watched watched, Step step, long now) {
    Interaction next = step.interaction();
    List<Fact> facts = step.facts();
    if (!concernsAPromise(facts)) {
      Watched same = new Watched(next, watched.alarmAt());
      return new WatchStep(same, facts, List.of(), List.of());
    }
    List<Promise> before = Promise.to(watched.interaction(), terms);
    List<Promise> after = Promise.to(next, terms);
    long told = watched.alarmAt() - 1;
    long alarmAt = nextAlarm(before, told, after, now);
    List<Breach> was = broken(id, before, told);
    List<Breach> is = broken(id, after, alarmAt - 1);
    return new WatchStep(new Watched(next, alarmAt), facts, missing(is, was), missing(was, is));
  }

  /**
   * Wrap-ups count within the limit of the queue that they name; where they name none, within that
   * of queues that are not configured, so that it does not matter what is known already.
   */
  private List<Moment> wrapUpsLimited(List<Moment> heard) {
    List<Moment> limited = heard;
    for (int i = 0; i < heard.size(); i++) {
      Moment moment = heard.get(i);
      if (moment.type() == EventType.INTERACTION_WRAPPED_UP) {
        String queue = moment.queue() == null ? QueueVisit.UNKNOWN : moment.queue();
        long seconds = terms.apply(new QueueKey(queue, QueueVisit.UNKNOWN)).maxWrapUpSeconds();
        limited = limited == heard ? new ArrayList<>(heard) : limited;
        limited.set(i, moment.within(seconds));
      }
    }
    return limited;
  }

  private static boolean concernsAPromise(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.VisitRevised || fact instanceof Fact.CourseRevised) {
        return true;
      }
    }
    return false;
  }

  /** Time has come to {@code now}: tells what is due. */
  public WatchStep alarm(String id, Watched watched, long now) {
    long told = watched.alarmAt() - 1;
    Interaction interaction = watched.interaction();
    List<Promise> promises = Promise.to(interaction, terms);
    List<Breach> due = missing(broken(id, promises, now), broken(id, promises, told));
    long alarmAt = Promise.NEVER;
    for (Promise promise : promises) {
      alarmAt = Math.min(alarmAt, promise.next(Math.max(now, told)));
    }
    return new WatchStep(new Watched(interaction, alarmAt), List.of(), due, List.of());
  }

  /**
   * When the contact will be given up for lost unless there is news of it; {@link QueueVisit#OPEN}
   * when nobody waits and nobody is served.
   */
  public long expiresAt(Watched watched) {
    Interaction interaction = watched.interaction();
    return interaction.atRest() ? QueueVisit.OPEN : interaction.latest() + limit(interaction);
  }

  /** Time has come to {@code now}, and the contact is lost if there was no news for too long. */
  public WatchStep expire(String id, Watched watched, long now) {
    long at = expiresAt(watched);
    return at <= now
        ? on(id, watched, Moment.expired(at, watched.interaction().latest()), now)
        : new WatchStep(watched, List.of(), List.of(), List.of());
  }

  /**
   * Other promises hold than those by which {@code former} has watched: what it told and what does
   * not hold any more is withdrawn, what holds now is told.
   */
  public WatchStep reconsider(String id, Watched watched, ContactWatch former, long now) {
    List<Promise> before = Promise.to(watched.interaction(), former.terms);
    List<Promise> after = Promise.to(watched.interaction(), terms);
    long told = watched.alarmAt() - 1;
    long reached = now;
    for (Promise promise : before) {
      if (promise.isOpen()) {
        reached = Math.max(reached, promise.last(told));
      }
    }
    long alarmAt = Promise.NEVER;
    for (Promise promise : after) {
      alarmAt = Math.min(alarmAt, promise.next(reached));
    }
    List<Breach> was = broken(id, before, told);
    List<Breach> is = broken(id, after, alarmAt - 1);
    return new WatchStep(
        new Watched(watched.interaction(), alarmAt), List.of(), missing(is, was), missing(was, is));
  }

  private long limit(Interaction interaction) {
    return terms.apply(new QueueKey(interaction.latestQueue(), interaction.channel())).maxVisit();
  }

  private static long nextAlarm(List<Promise> before, long told, List<Promise> after, long now) {
    long reached = now;
    // A restored stream knows no time yet, but what was told shows how far it had come.
    for (Promise promise : before) {
      if (promise.isOpen()) {
        reached = Math.max(reached, promise.last(told));
      }
    }
    long next = Promise.NEVER;
    for (Promise promise : after) {
      next = Math.min(next, promise.next(isWatched(promise, before) ? told : reached));
    }
    return next;
  }

  private static boolean isWatched(Promise promise, List<Promise> before) {
    for (Promise known : before) {
      if (known.isOpen() && known.continues(promise)) {
        return true;
      }
    }
    return false;
  }

  private static List<Breach> broken(String id, List<Promise> promises, long until) {
    List<Breach> all = new ArrayList<>(0);
    for (Promise promise : promises) {
      // Asked, settled and asked again at one instant is one promise.
      all.addAll(missing(promise.broken(id, until), all));
    }
    return all;
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
