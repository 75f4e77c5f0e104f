// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Step;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Judges the estimated wait on a log: what is said of a contact's wait just before it joins a
 * queue, from nothing but the events before, against how long it then waited.
 *
 * <p>Contacts that were answered count; how long those that gave up would have waited nobody knows.
 * Beside the estimate stand two naive ones: the last wait, and the average speed of answer of the
 * last 15 minutes.
 */
public final class WaitJudgement {

  private final List<WaitGuess> guesses;
  private final Map<String, Interaction> interactions = new HashMap<>();
  private final Map<Arrival, List<OptionalLong>> said = new HashMap<>();
  private final List<JudgedWait> judged = new ArrayList<>();

  private record Arrival(String interaction, String queue, long at) {}

  private WaitJudgement(List<WaitGuess> guesses) {
    this.guesses = guesses;
  }

  /** Judges the core's estimate beside the naive ones on events in order of time. */
  public static WaitScores of(Iterator<? extends Event> events) {
    return of(events, List.of(new EstimateGuess(), new LastWait(), new RecentAverage()));
  }

  /** Judges the first way of guessing beside the others on events in order of time. */
  public static WaitScores of(Iterator<? extends Event> events, List<WaitGuess> guesses) {
    WaitJudgement judgement = new WaitJudgement(guesses);
    while (events.hasNext()) {
      if (events.next() instanceof InteractionEvent event) {
        judgement.on(event);
      }
    }
    return new WaitScores(guesses.stream().map(WaitGuess::name).toList(), judgement.judged);
  }

  private void on(InteractionEvent event) {
    Moment moment = Moment.of(event);
    if (moment == null) {
      return;
    }
    Interaction known = interactions.getOrDefault(event.key(), Interaction.UNKNOWN);
    Step step = InteractionLifecycle.on(known, moment);
    interactions.put(event.key(), step.interaction());
    for (Fact fact : step.facts()) {
      ask(event.key(), fact);
      guesses.forEach(guess -> guess.on(fact));
    }
  }

  private void ask(String interaction, Fact fact) {
    QueueVisit begun = Visits.begun(fact);
    QueueVisit ended = Visits.ended(fact);
    if (begun != null) {
      QueueKey key = Visits.key(begun);
      said.put(
          new Arrival(interaction, begun.queue(), begun.begin()),
          guesses.stream().map(guess -> guess.at(key, begun.begin())).toList());
    } else if (ended != null) {
      List<OptionalLong> told = said.remove(new Arrival(interaction, ended.queue(), ended.begin()));
      if (told != null && ended.outcome() == Outcome.ANSWERED) {
        judged.add(new JudgedWait(Visits.key(ended), ended.begin(), ended.waitMicros(), told));
      }
    }
  }
}
