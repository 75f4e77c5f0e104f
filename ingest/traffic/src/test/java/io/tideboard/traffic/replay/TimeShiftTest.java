// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.AgentSnapshot;
import io.tideboard.events.AgentState;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.QueueSnapshot;
import io.tideboard.events.SchedulePublished;
import io.tideboard.events.SourceRestarted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeShiftTest {

  private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-05-05T10:30:00Z");

  @Test
  void theFirstEventHappensNowAndTheOthersAsMuchLaterAsTheyDid() {
    List<Event> log = List.of(restart("1", THEN), restart("2", THEN.plusSeconds(90)));
    TimeShift shift = new TimeShift(log.iterator(), NOW);
    assertThat(shift.next()).isEqualTo(restart("1", NOW));
    assertThat(shift.next()).isEqualTo(restart("2", NOW.plusSeconds(90)));
    assertThat(shift.hasNext()).isFalse();
  }

  @Test
  void timesWithinEventsMoveAlong() {
    EventHeader then = new EventHeader("1", "s", THEN);
    EventHeader now = new EventHeader("1", "s", NOW);
    assertThat(shifted(new SchedulePublished(then, "q", THEN.plusSeconds(60), 30, 4)))
        .isEqualTo(new SchedulePublished(now, "q", NOW.plusSeconds(60), 30, 4));
    assertThat(shifted(new QueueSnapshot(then, "q", waiting(THEN))))
        .isEqualTo(new QueueSnapshot(now, "q", waiting(NOW)));
    assertThat(shifted(new AgentSnapshot(then, standing(THEN))))
        .isEqualTo(new AgentSnapshot(now, standing(NOW)));
  }

  private static List<QueueSnapshot.Waiting> waiting(Instant at) {
    return List.of(new QueueSnapshot.Waiting("i", at.minusSeconds(5)));
  }

  private static List<AgentSnapshot.Standing> standing(Instant at) {
    return List.of(
        new AgentSnapshot.Standing("a", AgentState.BUSY, at.minusSeconds(5), List.of("q")));
  }

  private static Event shifted(Event event) {
    return new TimeShift(List.of(event).iterator(), NOW).next();
  }

  private static Event restart(String id, Instant at) {
    return new SourceRestarted(new EventHeader(id, "s", at));
  }
}
