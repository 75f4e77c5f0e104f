// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A simulated log and its queue visits, told by the events alone. */
final class SimulatedLog {

  record Visit(String line, String interaction, Instant begin, Instant end, String outcome) {
    Duration waited() {
      return Duration.between(begin, end);
    }
  }

  private record Begun(String line, Instant at) {}

  final List<Event> events;
  final List<Visit> visits = new ArrayList<>();
  final Map<String, Instant> stillWaiting = new HashMap<>();

  SimulatedLog(Scenario scenario, long seed) {
    this.events = collect(new Simulation(scenario, seed), Integer.MAX_VALUE);
    Map<String, Begun> waiting = new HashMap<>();
    interactions().forEach(event -> follow(event, waiting));
    waiting.forEach((interaction, begun) -> stillWaiting.put(interaction, begun.at));
  }

  static List<Event> collect(Iterator<Event> events, int most) {
    List<Event> taken = new ArrayList<>();
    while (taken.size() < most && events.hasNext()) {
      taken.add(events.next());
    }
    return taken;
  }

  List<InteractionEvent> interactions() {
    return events.stream()
        .filter(InteractionEvent.class::isInstance)
        .map(InteractionEvent.class::cast)
        .toList();
  }

  List<Visit> visitsOf(String line) {
    return visits.stream().filter(visit -> visit.line().equals(line)).toList();
  }

  private void follow(InteractionEvent event, Map<String, Begun> waiting) {
    String interaction = event.contact().interaction();
    Instant at = event.header().occurredAt();
    Channel channel = event.contact().channel();
    String next = beginsVisitTo(event);
    Begun begun = waiting.get(interaction);
    String outcome = endsVisitAs(event.change());
    if (outcome != null) {
      if (begun == null) {
        throw new AssertionError(outcome + " without a visit: " + event);
      }
      waiting.remove(interaction);
      visits.add(new Visit(begun.line, interaction, begun.at, at, outcome));
    }
    if (next != null) {
      if (waiting.put(interaction, new Begun(next + "/" + channel.wire(), at)) != null) {
        throw new AssertionError("a second visit while one is open: " + event);
      }
    }
  }

  private static String beginsVisitTo(InteractionEvent event) {
    return switch (event.type()) {
      case INTERACTION_QUEUED -> event.contact().queue();
      case INTERACTION_TRANSFERRED -> ((InteractionChange.Transferred) event.change()).toQueue();
      case INTERACTION_ESCALATED -> ((InteractionChange.Escalated) event.change()).toQueue();
      default -> null;
    };
  }

  private static String endsVisitAs(InteractionChange change) {
    return switch (change.type()) {
      case INTERACTION_ANSWERED -> "answered";
      case INTERACTION_ABANDONED -> "abandoned";
      case INTERACTION_DEQUEUED -> "flowed_out";
      case INTERACTION_CALLBACK_REQUESTED -> "callback";
      default -> null;
    };
  }
}
