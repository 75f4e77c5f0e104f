// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import io.tideboard.events.InteractionChange.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of every type, with every field that the type can have. */
public final class SampleEvents {

  private static final Instant START = Instant.parse("2026-03-02T08:30:00Z");

  private final List<Event> events = new ArrayList<>();

  private SampleEvents() {}

  public static List<Event> ofEveryType() {
    SampleEvents samples = new SampleEvents();
    samples.interactions();
    samples.others();
    return samples.events;
  }

  private void interactions() {
    add(null, null, new Created());
    add("sales", null, new Queued(3));
    add("sales", "amira", new Offered());
    add("sales", "amira", new Declined(DeclineReason.NO_ANSWER));
    add("sales", "bruno", new Answered());
    add(null, "bruno", new Held());
    add(null, "bruno", new Resumed());
    add(null, null, new Message(Party.CUSTOMER));
    add("sales", "bruno", new Transferred("billing", "chloé"));
    add("sales", null, new Escalated("second level", "out of scope"));
    add("sales", null, new Abandoned());
    add("sales", null, new Dequeued(DequeueReason.NO_AGENTS));
    add("sales", null, new CallbackRequested());
    add(null, "bruno", new Ended(Party.CUSTOMER));
    add(null, "bruno", new WrappedUp());
    add(null, null, new Resolved());
    add(null, null, new Reopened());
    add(null, null, new Contained());
    add(null, "bruno", new Feedback(FeedbackKind.CSAT, 4.5, "Quick,\nkind & \"clear\" 👍", -0.25));
  }

  private void others() {
    events.add(
        new AgentStateChanged(
            header(),
            "amira",
            AgentState.BREAK,
            "lunch",
            List.of("sales", "billing"),
            Map.of(Channel.VOICE, 1, Channel.CHAT, 3)));
    events.add(
        new QueueSnapshot(
            header(),
            "sales",
            List.of(
                new QueueSnapshot.Waiting("call-7", START.minusSeconds(65)),
                new QueueSnapshot.Waiting("call-9", START.minusMillis(1500)))));
    events.add(
        new AgentSnapshot(
            header(),
            List.of(
                new AgentSnapshot.Standing(
                    "amira", AgentState.AVAILABLE, START.minusSeconds(600), List.of("sales")),
                new AgentSnapshot.Standing(
                    "bruno", AgentState.WRAP_UP, START.minusSeconds(12), List.of()))));
    events.add(new SourceRestarted(header()));
    events.add(new SchedulePublished(header(), "sales", START.minusSeconds(1800), 30, 12));
  }

  private void add(@Nullable String queue, @Nullable String agent, InteractionChange change) {
    Contact contact =
        new Contact(
            "call-7",
            Channel.VOICE,
            queue,
            agent,
            "+49 30 1234567",
            Direction.OUTBOUND,
            Initiative.PROACTIVE,
            Map.of("language", "de", "skill", "contracts"));
    events.add(new InteractionEvent(header(), contact, change));
  }

  private EventHeader header() {
    int n = events.size() + 1;
    return new EventHeader("e-" + n, "pbx-1", START.plusSeconds(n).plusNanos(n * 1000L));
  }
}
