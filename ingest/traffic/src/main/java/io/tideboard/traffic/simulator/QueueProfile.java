// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of waiting contacts: a queue on one channel.
 *
 * @param name the queue's name; the same name on another channel is another line of that queue
 * @param channel where its contacts come from
 * @param topics what its contacts are about, each equally often; none for no topic
 */
public record QueueProfile(
    String name,
    Channel channel,
    @Nullable List<String> topics,
    Arrivals arrivals,
    @Nullable Waiting waiting,
    Handling handling,
    @Nullable Outcome outcome) {

  public QueueProfile {
    Checks.text("queue.name", name);
    Checks.present("channel", channel);
    Checks.present("arrivals", arrivals);
    Checks.present("handling", handling);
    topics = Checks.list(topics);
    waiting = waiting == null ? Waiting.forDays() : waiting;
    outcome = outcome == null ? new Outcome(0.8, 0, 0, 0, List.of()) : outcome;
  }

  /** The line's name within a scenario, such as {@code Sales/voice}. */
  public String line() {
    return name + "/" + channel.wire();
  }

  List<String> subjects() {
    return Checks.list(topics);
  }

  Waiting ways() {
    return waiting == null ? Waiting.forDays() : waiting;
  }

  Outcome after() {
    return Checks.present("outcome", outcome);
  }

  QueueProfile scaledTo(double factor) {
    return new QueueProfile(
        name, channel, topics, arrivals.times(factor), waiting, handling, outcome);
  }

  QueueProfile onSite(String site) {
    Waiting w = ways();
    Waiting.Overflow over = w.overflow();
    Waiting there =
        new Waiting(
            w.patience(),
            w.hangUps(),
            w.exitKey(),
            w.timeout(),
            w.callback(),
            over == null ? null : new Waiting.Overflow(over.after(), over.to() + site));
    Outcome o = after();
    List<Outcome.PassedOn> passedOn =
        o.ways().stream()
            .map(p -> new Outcome.PassedOn(p.to() + site, p.share(), p.escalation()))
            .toList();
    Outcome then = new Outcome(o.resolved(), o.reopened(), o.surveyed(), o.toColleague(), passedOn);
    return new QueueProfile(name + site, channel, topics, arrivals, there, handling, then);
  }
}
