// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.Initiative;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionChange.Answered;
import io.tideboard.events.InteractionChange.Created;
import io.tideboard.events.InteractionChange.Ended;
import io.tideboard.events.InteractionChange.Offered;
import io.tideboard.events.InteractionChange.Queued;
import io.tideboard.events.InteractionChange.WrappedUp;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The events of ordinary answered calls, six each, in which identifiers take most of the space. */
final class BenchmarkEvents {

  private final Random random = new Random(7);
  private final List<Event> events = new ArrayList<>();
  private Instant time = Instant.parse("2026-03-02T08:30:00Z");

  private BenchmarkEvents() {}

  static List<Event> ofCalls(int calls) {
    BenchmarkEvents benchmark = new BenchmarkEvents();
    for (int i = 0; i < calls; i++) {
      benchmark.call();
    }
    return benchmark.events;
  }

  private void call() {
    String interaction = hex(16);
    String queue = "queue-" + random.nextInt(20);
    String agent = "agent-" + random.nextInt(500);
    Contact first =
        new Contact(
            interaction,
            Channel.VOICE,
            queue,
            null,
            "+4930" + (1_000_000 + random.nextInt(8_999_999)),
            Direction.INBOUND,
            Initiative.REACTIVE,
            Map.of("language", "de", "skill", "contracts"));
    add(first, new Created());
    add(first, new Queued(null));
    Contact later = Contact.of(interaction).on(Channel.VOICE).in(queue);
    add(later.with(agent), new Offered());
    add(later.with(agent), new Answered());
    add(later.with(agent), new Ended(Party.CUSTOMER));
    add(later.with(agent), new WrappedUp());
  }

  private void add(Contact contact, InteractionChange change) {
    time = time.plusNanos(1_000_000L + random.nextInt(1_000_000_000));
    events.add(new InteractionEvent(new EventHeader(hex(16), "pbx-1", time), contact, change));
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder(Long.toHexString(random.nextLong() | 1L << 63));
    return hex.substring(0, digits);
  }
}
