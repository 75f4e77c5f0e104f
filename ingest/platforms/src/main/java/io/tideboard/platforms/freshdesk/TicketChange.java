// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.Scope;
import java.util.List;
import java.util.Locale;

/** One change of a ticket, and the ticket as the rule's author had it told. */
final class TicketChange {

  private final Change change;
  private final Fields fields;
  private final Ticket ticket;

  TicketChange(Change change, Fields fields, Scope scope) {
    this.change = change;
    this.fields = fields;
    this.ticket = new Ticket(change, fields, scope);
  }

  List<Event> events() {
    return switch (change.name()) {
      case "ticket_created", "created" -> created();
      case "ticket_action" -> action();
      case "customer_replied", "requester_replied" ->
          ticket.toCase().message(Party.CUSTOMER, null).events();
      case "agent_replied", "reply_sent" -> replied();
      case "note_type" -> "public".equals(change.to()) ? replied() : List.of();
      case "agent_assigned", "responder_id" -> agentChanged();
      case "group_changed", "group_id" -> groupChanged();
      case "ticket_resolved", "ticket_closed" -> settled();
      case "ticket_reopened" -> reopened();
      case "status" -> statusChanged();
      case "ticket_deleted", "ticket_marked_spam" -> ticket.toCase().over(Party.SYSTEM).events();
      case "ticket_rated", "customer_feedback", "feedback" -> rated();
      default -> List.of();
    };
  }

  private List<Event> action() {
    return switch (change.to() == null ? "" : change.to().toLowerCase(Locale.ROOT)) {
      case "created" -> created();
      case "deleted", "marked_spam", "spam" -> ticket.toCase().over(Party.SYSTEM).events();
      default -> List.of();
    };
  }

  private List<Event> created() {
    DeskCase created = ticket.toCase().created();
    if (!ticket.outbound()) {
      created.message(Party.CUSTOMER, null);
      if (ticket.status() == null || ticket.status() == TicketStatus.OPEN) {
        created.waitsIn(ticket.queue());
      }
    }
    return created.offeredTo(ticket.agent()).events();
  }

  private List<Event> replied() {
    DeskCase replied = ticket.toCase().message(Party.AGENT, ticket.agent());
    return ticket.status() == TicketStatus.RESOLVED
        ? replied.events()
        : replied.answeredBy(ticket.agent()).events();
  }

  private List<Event> agentChanged() {
    if (ticket.agent() != null) {
      return ticket.toCase().offeredTo(ticket.agent()).events();
    }
    return ticket.status() == TicketStatus.OPEN
        ? ticket.toCase().movedTo(ticket.queue()).events()
        : List.of();
  }

  private List<Event> groupChanged() {
    return ticket.agent() == null && ticket.status() == TicketStatus.OPEN
        ? ticket.toCase().movedTo(ticket.queue()).events()
        : List.of();
  }

  private List<Event> statusChanged() {
    TicketStatus was = TicketStatus.of(change.from());
    TicketStatus is = TicketStatus.of(change.to());
    if (is == was) {
      return List.of();
    }
    if (is == TicketStatus.RESOLVED) {
      return settled();
    }
    if (was == TicketStatus.RESOLVED) {
      return is == TicketStatus.OPEN ? reopened() : ticket.toCase().reopened().events();
    }
    return List.of();
  }

  private List<Event> settled() {
    return ticket
        .toCase()
        .settled(ticket.agent() == null ? Party.SYSTEM : Party.AGENT, ticket.agent())
        .events();
  }

  private List<Event> reopened() {
    return ticket.toCase().reopened().waitsIn(ticket.queue()).events();
  }

  private List<Event> rated() {
    String told = fields.text("rating", "surveyrating", "satisfactionrating", "feedbackrating");
    String rating = told == null ? change.to() : told;
    double score = Rating.score(rating == null ? fields.needed("rating", "rating") : rating);
    String comment = fields.text("comment", "surveycomment", "feedbackcomment", "feedback");
    return ticket.toCase().rated(score, comment, ticket.agent()).events();
  }
}
