// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to one interaction.
 *
 * @param header id, source and time
 * @param contact which interaction, and what the sender says of it alongside
 * @param change what happened
 */
public record InteractionEvent(EventHeader header, Contact contact, InteractionChange change)
    implements Event {

  public InteractionEvent {
    switch (change.type()) {
      case INTERACTION_QUEUED -> Limits.text("queue", contact.queue(), Limits.ID);
      case INTERACTION_OFFERED, INTERACTION_DECLINED, INTERACTION_ANSWERED ->
          Limits.text("agent", contact.agent(), Limits.ID);
      default -> {}
    }
  }

  @Override
  public EventType type() {
    return change.type();
  }

  @Override
  public String key() {
    return contact.interaction();
  }

  /** The same event, under another customer key; null takes the key away. */
  public InteractionEvent withCustomer(@Nullable String customer) {
    return new InteractionEvent(header, contact.of(customer, contact.attributes()), change);
  }

  @Override
  public void describe(FieldWriter out) throws IOException {
    contact.describe(out);
    change.describe(out);
  }

  @Override
  public InteractionEvent withHeader(EventHeader header) {
    return new InteractionEvent(header, contact, change);
  }
}
