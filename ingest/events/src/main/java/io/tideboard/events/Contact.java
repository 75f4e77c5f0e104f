// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which interaction an event is about, and what the sender says of it alongside.
 *
 * @param interaction one customer contact on one channel, 1 to 128 characters
 * @param channel its channel; senders must say it on the first event, may repeat it later
 * @param queue the line it waits, waited or is served in, where the sender names one
 * @param agent who serves or is offered it, where the sender names one
 * @param customer any customer key, pseudonymised before anything is stored
 * @param direction who reached out, {@code INBOUND} unless said
 * @param initiative kind of service, {@code REACTIVE} unless said
 * @param attributes up to 16 short pairs such as skill, language, topic
 */
public record Contact(
    String interaction,
    @Nullable Channel channel,
    @Nullable String queue,
    @Nullable String agent,
    @Nullable String customer,
    Direction direction,
    Initiative initiative,
    Map<String, String> attributes) {

  public Contact {
    Limits.text("interaction", interaction, Limits.ID);
    queue = Limits.optionalText("queue", queue, Limits.ID);
    agent = Limits.optionalText("agent", agent, Limits.ID);
    customer = Limits.optionalText("customer", customer, Limits.CUSTOMER);
    Limits.attributes(attributes);
    attributes = attributes.isEmpty() ? Map.of() : Map.copyOf(attributes);
  }

  void describe(FieldWriter out) throws IOException {
    out.text(EventField.INTERACTION, interaction);
    out.optional(EventField.CHANNEL, channel);
    out.optional(EventField.QUEUE, queue);
    out.optional(EventField.AGENT, agent);
    out.optional(EventField.CUSTOMER, customer);
    if (direction != Direction.INBOUND) {
      out.choice(EventField.DIRECTION, direction);
    }
    if (initiative != Initiative.REACTIVE) {
      out.choice(EventField.INITIATIVE, initiative);
    }
    if (!attributes.isEmpty()) {
      out.pairs(EventField.ATTRIBUTES, attributes);
    }
  }

  /** A contact of which nothing but its name is said. */
  public static Contact of(String interaction) {
    return new Contact(
        interaction, null, null, null, null, Direction.INBOUND, Initiative.REACTIVE, Map.of());
  }

  /** The same contact, on that channel. */
  public Contact on(Channel channel) {
    return new Contact(
        interaction, channel, queue, agent, customer, direction, initiative, attributes);
  }

  /** The same contact, naming that queue. */
  public Contact in(String queue) {
    return new Contact(
        interaction, channel, queue, agent, customer, direction, initiative, attributes);
  }

  /** The same contact, naming that agent. */
  public Contact with(String agent) {
    return new Contact(
        interaction, channel, queue, agent, customer, direction, initiative, attributes);
  }

  /** The same contact, under another customer key. */
  public Contact of(@Nullable String customer, Map<String, String> attributes) {
    return new Contact(
        interaction, channel, queue, agent, customer, direction, initiative, attributes);
  }
}
