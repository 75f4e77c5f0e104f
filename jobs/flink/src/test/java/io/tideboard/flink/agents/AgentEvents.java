// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.agents;

import io.tideboard.core.agents.Served;
import io.tideboard.core.agents.ServedLeg;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.SchedulePublished;
import io.tideboard.events.Topics;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.live.KeyedEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to agents of the queue {@code sales}, at seconds after nine o'clock. */
final class AgentEvents {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private AgentEvents() {}

  static Event state(String agent, double second, AgentState state) {
    return state(agent, second, state, null);
  }

  /** The event, named after what it says, so that the same one is a duplicate. */
  static Event state(String agent, double second, AgentState state, @Nullable String reason) {
    return new AgentStateChanged(
        header(agent + " " + state + "@" + second, second),
        agent,
        state,
        reason,
        List.of("sales"),
        Map.of());
  }

  static Event list(double second, AgentSnapshot.Standing... agents) {
    return new AgentSnapshot(header("list@" + second, second), Arrays.asList(agents));
  }

  static AgentSnapshot.Standing standing(String agent, AgentState state, double since) {
    return new AgentSnapshot.Standing(agent, state, at(since), List.of("sales"));
  }

  static Event plan(double second, int minutes, int agents) {
    return new SchedulePublished(header("plan@" + second, 0), "sales", at(second), minutes, agents);
  }

  static AgentNews answered(String agent, double second) {
    return AgentNews.of(new Served(agent, null, leg(second)));
  }

  static AgentNews ended(String agent, double answered, double ended) {
    ServedLeg over =
        new ServedLeg("sales", "voice", micros(answered), micros(ended), micros(ended));
    return AgentNews.of(new Served(agent, leg(answered), over));
  }

  private static ServedLeg leg(double second) {
    return new ServedLeg("sales", "voice", micros(second), QueueVisit.OPEN, QueueVisit.OPEN);
  }

  static AgentNews news(Event event) {
    return AgentNews.of(EventBundle.of(logged(event)));
  }

  /** The event as it stands in the log, received when it occurred. */
  static KeyedEvent logged(Event event) {
    return new KeyedEvent(event.key(), CompactForm.encode(event, event.header().occurredAt()));
  }

  /** A platform's list, as it comes to everybody. */
  static Control control(Event event) {
    KeyedEvent logged = logged(event);
    return new Control(Topics.EVENTS, logged.key(), logged.value());
  }

  private static EventHeader header(String id, double second) {
    return new EventHeader(id, "acd", at(second));
  }

  static Instant at(double second) {
    return NINE.plusNanos((long) (second * 1e9));
  }

  static long micros(double second) {
    return Micros.of(at(second));
  }

  static long millis(double second) {
    return at(second).toEpochMilli();
  }
}
