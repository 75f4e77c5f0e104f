// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Channel;
import io.tideboard.events.DeclineReason;
import io.tideboard.events.DequeueReason;
import io.tideboard.events.Event;
import io.tideboard.events.FeedbackKind;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The random life of one contact. */
final class Life {

  private static final List<String> AGENTS = List.of("ada", "ben", "cyd");
  private static final int MOST_QUEUES = 4;
  private static final InteractionChange NOWHERE = new InteractionChange.Transferred(null, null);

  private final SplittableRandom random;
  private final Caller caller;
  private final List<Event> events = new ArrayList<>();
  private int queuesLeft = MOST_QUEUES;

  Life(SplittableRandom random, String interaction, Instant begin) {
    this.random = random;
    this.caller = new Caller(interaction, oneOf(List.of(Channel.values())), begin);
    if (chance(0.7)) {
      String topic = chance(0.4) ? null : oneOf(List.of("delivery", "invoice"));
      caller.of(oneOf(List.of("eve", "fay", "gil", "hal", "ivy")), topic);
    }
  }

  List<Event> events() {
    if (chance(0.3)) {
      tell(new InteractionChange.Created());
      pass(patience());
    }
    written();
    if (chance(0.08)) {
      tell(new InteractionChange.Contained());
      afterwards();
      return events;
    }
    double plot = random.nextDouble();
    if (plot < 0.05) {
      caller.outbound();
      answered(chance(0.5) ? queue() : null);
    } else if (plot < 0.12) {
      answered(chance(0.5) ? queue() : null);
    } else if (plot < 0.17) {
      tell(oneOf(unseenEnds()), chance(0.5) ? queue() : null);
    } else {
      waits(queue());
    }
    return events;
  }

  private static List<InteractionChange> unseenEnds() {
    return List.of(
        new InteractionChange.Abandoned(),
        new InteractionChange.Dequeued(DequeueReason.CLOSED),
        new InteractionChange.CallbackRequested(),
        new InteractionChange.Ended(null));
  }

  private void waits(String queue) {
    tell(new InteractionChange.Queued(null), queue);
    waitsOn(queue);
  }

  private void waitsOn(String queue) {
    queuesLeft--;
    String named = queue;
    if (chance(0.12)) {
      pass(chance(0.5) ? Duration.ZERO : patience());
      named = queue();
      tell(new InteractionChange.Queued(null), named);
    }
    pass(patience());
    if (chance(0.1)) {
      offeredInVain();
    }
    double plot = random.nextDouble();
    if (plot < 0.64) {
      answered(chance(0.3) ? named : null);
    } else if (plot < 0.76) {
      tell(new InteractionChange.Abandoned());
    } else if (plot < 0.82) {
      tell(new InteractionChange.Dequeued(DequeueReason.OVERFLOW), chance(0.5) ? named : null);
      elsewhere();
    } else if (plot < 0.86) {
      tell(new InteractionChange.CallbackRequested(), chance(0.5) ? named : null);
    } else if (plot < 0.91) {
      tell(new InteractionChange.Ended(oneOf(List.of(Party.CUSTOMER, Party.SYSTEM))));
    } else if (plot < 0.97) {
      movedOn();
    }
    // The rest waits for ever.
  }

  private void elsewhere() {
    if (queuesLeft > 0 && chance(0.5)) {
      pass(chance(0.5) ? Duration.ZERO : patience());
      waits(queue());
    }
  }

  private void answered(@Nullable String queue) {
    String agent = oneOf(AGENTS);
    tell(new InteractionChange.Answered(), queue, agent);
    pass(talk());
    written();
    while (chance(0.25)) {
      onHold();
    }
    double plot = random.nextDouble();
    if (plot < 0.2 && queuesLeft > 0) {
      movedOn();
    } else if (plot < 0.25) {
      tell(new InteractionChange.Answered(), null, oneOf(AGENTS));
      pass(talk());
      ended(null);
    } else if (plot < 0.97) {
      ended(chance(0.5) ? agent : null);
    }
    // The rest talks for ever.
  }

  private void onHold() {
    tell(new InteractionChange.Held());
    pass(patience());
    if (chance(0.9)) {
      tell(new InteractionChange.Resumed());
      pass(patience());
    }
  }

  private void offeredInVain() {
    tell(new InteractionChange.Offered(), null, oneOf(AGENTS));
    pass(patience());
    tell(new InteractionChange.Declined(DeclineReason.REJECTED), null, oneOf(AGENTS));
    pass(patience());
  }

  private void movedOn() {
    double plot = random.nextDouble();
    String queue = queue();
    if (plot < 0.3) {
      tell(new InteractionChange.Transferred(null, oneOf(AGENTS)));
      pass(patience());
      answered(null);
      return;
    }
    if (plot < 0.35) {
      // Away, nobody says whereto; it may come back.
      tell(oneOf(List.of(NOWHERE, new InteractionChange.Escalated(null, null))));
      pass(patience());
      if (queuesLeft-- > 0) {
        answered(chance(0.5) ? queue : null);
      }
      return;
    }
    tell(
        plot < 0.8
            ? new InteractionChange.Transferred(queue, null)
            : new InteractionChange.Escalated(queue, "second tier"),
        null,
        chance(0.3) ? oneOf(AGENTS) : null);
    if (chance(0.2)) {
      // Who has handed it on leaves later.
      tell(new InteractionChange.Ended(Party.AGENT), null, oneOf(AGENTS));
    }
    if (queuesLeft > 0) {
      waitsOn(queue);
    }
  }

  private void ended(@Nullable String agent) {
    Party by = chance(0.5) ? Party.AGENT : chance(0.3) ? Party.CUSTOMER : null;
    tell(new InteractionChange.Ended(by), null, chance(0.3) ? oneOf(AGENTS) : agent);
    if (chance(0.1)) {
      tell(new InteractionChange.Ended(Party.SYSTEM));
    }
    if (chance(0.7)) {
      pass(patience());
      tell(new InteractionChange.WrappedUp(), null, agent);
    }
    afterwards();
    if (queuesLeft > 0 && chance(0.05)) {
      pass(talk());
      waits(queue());
    }
  }

  /** Some messages, on any channel: nothing keeps a platform from telling them. */
  private void written() {
    while (chance(0.35)) {
      tell(
          new InteractionChange.Message(
              oneOf(List.of(Party.CUSTOMER, Party.CUSTOMER, Party.AGENT, Party.BOT))));
      pass(chance(0.2) ? Duration.ZERO : patience());
    }
  }

  /** Resolved or not, reopened or not, and what the customer thought of it. */
  private void afterwards() {
    while (chance(0.4)) {
      tell(new InteractionChange.Resolved());
      pass(chance(0.1) ? Duration.ofHours(random.nextInt(30)) : talk());
      if (chance(0.4)) {
        tell(new InteractionChange.Reopened());
        written();
        pass(talk());
      }
    }
    if (chance(0.3)) {
      FeedbackKind kind = oneOf(List.of(FeedbackKind.values()));
      double score = random.nextInt((int) kind.lowest(), (int) kind.highest() + 1);
      tell(new InteractionChange.Feedback(kind, score, null, null), chance(0.2) ? queue() : null);
    }
  }

  /** Often exactly a limit of a queue, or a whole number of seconds. */
  private Duration patience() {
    double plot = random.nextDouble();
    if (plot < 0.15) {
      return oneOf(List.of(5, 16, 20, 48, 60).stream().map(Duration::ofSeconds).toList());
    }
    if (plot < 0.55) {
      return Duration.ofSeconds(random.nextInt(75));
    }
    return Duration.ofNanos(random.nextLong(60_000_000) * 1_000);
  }

  private Duration talk() {
    return chance(0.05)
        ? Duration.ofMinutes(random.nextInt(180))
        : Duration.ofMillis(random.nextInt(600_000));
  }

  private void pass(Duration duration) {
    caller.now = caller.now.plus(duration);
  }

  private String queue() {
    return oneOf(Histories.QUEUES);
  }

  private void tell(InteractionChange change) {
    tell(change, null);
  }

  private void tell(InteractionChange change, @Nullable String queue) {
    tell(change, queue, null);
  }

  private void tell(InteractionChange change, @Nullable String queue, @Nullable String agent) {
    events.add(caller.event(change, queue, agent));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
