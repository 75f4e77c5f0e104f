// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.events.Channel;
import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import java.util.Locale;

/** A message of a messaging conversation, which is a ticket: of it nothing but the id is told. */
final class MessagingEvents {

  private MessagingEvents() {}

  static List<Event> messageAdded(ZendeskEvent event, Scope scope) {
    String ticket = event.detail().text("id");
    String id = ticket == null ? event.subjectId() : ticket;
    DeskCase conversation =
        new DeskCase(
                new Fact(scope.source(), event.id(), event.at()),
                scope.interaction(id == null ? event.detail().neededText("id") : id))
            .on(Channel.MESSAGING);
    Payload actor = event.event().at("actor");
    Party author = author(actor.neededText("type"));
    String agent = author == Party.AGENT ? scope.agent(actor.text("id")) : null;
    return conversation.message(author, agent).answeredBy(agent).events();
  }

  private static Party author(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "end-user", "end_user", "user", "customer" -> Party.CUSTOMER;
      case "agent", "admin" -> Party.AGENT;
      default -> Party.BOT;
    };
  }
}
