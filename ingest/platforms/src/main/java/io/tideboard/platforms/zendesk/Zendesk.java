// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import java.util.List;

/** Zendesk's webhooks; the package's documentation tells what becomes of which event. */
public final class Zendesk implements Platform {

  private final Names names;

  /** With groups and agents under their ids. */
  public Zendesk() {
    this(Names.AS_SENT);
  }

  /** With groups and agents under the names that the installation tells. */
  public Zendesk(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "zendesk";
  }

  @Override
  public SignatureScheme signature() {
    return new ZendeskSignature();
  }

  @Override
  public Translation translate(Delivery delivery) {
    Scope scope = new Scope(delivery.source(), names);
    List<JsonBody.Entry> bodies = JsonBody.entries(delivery.body());
    Entries entries = new Entries();
    for (JsonBody.Entry body : bodies) {
      try {
        ZendeskEvent event = ZendeskEvent.of(body.payload());
        entries.read(event.kind(), () -> events(event, scope));
      } catch (InvalidEvent e) {
        if (bodies.size() == 1) {
          throw e;
        }
        entries.refuse(e);
      }
    }
    return entries.translation();
  }

  private static List<Event> events(ZendeskEvent event, Scope scope) {
    String kind = event.kind();
    if (kind.startsWith("ticket.")) {
      return new TicketEvents(event, scope).told();
    }
    if (kind.equals("messaging_ticket.message_added")) {
      return MessagingEvents.messageAdded(event, scope);
    }
    if (kind.startsWith("agent.work_item_")) {
      return WorkItems.told(event, scope);
    }
    return kind.startsWith("agent.") ? AgentEvents.told(event, scope) : List.of();
  }
}
