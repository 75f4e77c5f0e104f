// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Direction;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.Initiative;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contact with its own clock: tells its channel with its first event, and numbers them all. */
final class Caller {

  private static final String SOURCE = "scene";

  final String interaction;
  Instant now;
  private final Channel channel;
  private Direction direction = Direction.INBOUND;
  private @Nullable String customer;
  private Map<String, String> attributes = Map.of();
  private int events;

  Caller(String interaction, Channel channel, Instant now) {
    this.interaction = interaction;
    this.channel = channel;
    this.now = now;
  }

  Caller outbound() {
    direction = Direction.OUTBOUND;
    return this;
  }

  /** Whose contact it is, and what it is about, told with the first event. */
  void of(String customer, @Nullable String topic) {
    this.customer = customer;
    this.attributes = topic == null ? Map.of() : Map.of("topic", topic);
  }

  Event event(InteractionChange change, @Nullable String queue, @Nullable String agent) {
    boolean offer =
        change instanceof InteractionChange.Offered || change instanceof InteractionChange.Declined;
    Channel told = events == 0 || offer ? channel : null;
    boolean first = events == 0;
    events++;
    return new InteractionEvent(
        new EventHeader(interaction + "-" + events, SOURCE, now),
        new Contact(
            interaction,
            told,
            queue,
            agent,
            first ? customer : null,
            direction,
            Initiative.REACTIVE,
            first ? attributes : Map.of()),
        change);
  }
}
