// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static io.tideboard.platforms.intercom.Notification.somebody;

import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket: {@code ticket.*}. A ticket made of a conversation keeps its id, so
 * both are one interaction.
 */
final class TicketTopics {

  private static final String RESOLVED = "resolved";

  private final Notification notification;
  private final Scope scope;
  private final Payload ticket;

  TicketTopics(Notification notification, Scope scope) {
    this.notification = notification;
    this.scope = scope;
    Payload inner = notification.item().optional("ticket");
    this.ticket = inner == null ? notification.item() : inner;
  }

  List<Event> told() {
    return switch (notification.topic()) {
      case "ticket.created" -> toCase().created().waitsIn(queue()).events();
      case "ticket.contact.replied" -> toCase().message(Party.CUSTOMER, null).events();
      case "ticket.admin.replied" -> repliedByAdmin();
      case "ticket.admin.assigned" -> toCase().offeredTo(assignee()).events();
      case "ticket.team.assigned" ->
          assignee() == null && !resolved() ? toCase().movedTo(queue()).events() : List.of();
      case "ticket.state.updated" -> stateUpdated();
      case "ticket.resolved", "ticket.closed" -> settled();
      case "ticket.rating.provided" -> rated();
      default -> List.of();
    };
  }

  private DeskCase toCase() {
    return toCase(notification.id(), Part.at(part(), notification));
  }

  private DeskCase toCase(String factId, Instant at) {
    List<Payload> contacts = ticket.at("contacts").objects("contacts");
    String customer = contacts.isEmpty() ? null : contacts.get(0).text("id");
    return new DeskCase(
            new Fact(scope.source(), factId, at), scope.interaction(ticket.neededText("id")))
        .on(IntercomChannel.of(ticket.text("channel")))
        .with(EventField.CUSTOMER, scope.customer(customer));
  }

  private List<Event> repliedByAdmin() {
    Part part = part();
    String writer = part == null ? null : scope.agent(part.authorId());
    DeskCase written = toCase().message(Party.AGENT, writer);
    if (!resolved()) {
      written.answeredBy(assignee() == null ? writer : assignee());
    }
    return written.events();
  }

  private List<Event> stateUpdated() {
    Part part = part();
    String before = part == null ? null : part.body().text("previous_ticket_state");
    if (resolved()) {
      return RESOLVED.equals(before) ? List.of() : settled();
    }
    return RESOLVED.equals(before) ? toCase().reopened().waitsIn(queue()).events() : List.of();
  }

  /** Up to three topics tell it: one id for all of the same second. */
  private List<Event> settled() {
    Instant changed = DeskTimes.optional(ticket, "updated_at");
    Instant at = changed == null ? notification.at() : changed;
    String id = Ids.of(scope.interaction(ticket.neededText("id")), RESOLVED, at.getEpochSecond());
    return toCase(id, at)
        .settled(assignee() == null ? Party.SYSTEM : Party.AGENT, assignee())
        .events();
  }

  private List<Event> rated() {
    Payload rating = ticket.at("ticket_rating");
    Double score = rating.number("rating");
    return score == null
        ? List.of()
        : toCase().rated(score, rating.text("remark"), assignee()).events();
  }

  private boolean resolved() {
    return RESOLVED.equals(ticket.at("ticket_state").text("category"));
  }

  private @Nullable String assignee() {
    return scope.agent(somebody(ticket.text("admin_assignee_id")));
  }

  private String queue() {
    String team = somebody(ticket.text("team_assignee_id"));
    return team == null ? scope.unassigned() : scope.queue("team", team, null);
  }

  private @Nullable Part part() {
    return Part.last(ticket, "ticket_parts");
  }
}
