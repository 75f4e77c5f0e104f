// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SchedulePublished;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens down as events. No two share an instant: those of one millisecond are a
 * microsecond apart, so their times alone put a shuffled log back in order.
 */
final class Journal {

  private static final String SOURCE = "simulator";

  private final Agenda agenda;
  private final String prefix;
  private final Queue<Event> ready = new ArrayDeque<>();
  private long written;
  private long lastMicros = Long.MIN_VALUE;

  Journal(Agenda agenda, String prefix) {
    this.agenda = agenda;
    this.prefix = prefix + "-";
  }

  void write(Contact contact, InteractionChange change) {
    ready.add(new InteractionEvent(header(), contact, change));
  }

  void write(Agent agent, AgentState state, @Nullable String reason) {
    boolean available = state == AgentState.AVAILABLE && !agent.saidQueues;
    agent.saidQueues = state != AgentState.OFFLINE;
    ready.add(
        new AgentStateChanged(
            header(),
            agent.name,
            state,
            reason,
            available ? agent.queues : List.of(),
            available ? agent.capacity : Map.of()));
  }

  void writePlan(String queue, Instant interval, int minutes, int agents) {
    ready.add(new SchedulePublished(header(), queue, interval, minutes, agents));
  }

  boolean isEmpty() {
    return ready.isEmpty();
  }

  Event take() {
    return ready.remove();
  }

  private EventHeader header() {
    long micros = Math.max(agenda.now() * 1000, lastMicros + 1);
    lastMicros = micros;
    Instant time =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
    return new EventHeader(prefix + written++, SOURCE, time);
  }
}
