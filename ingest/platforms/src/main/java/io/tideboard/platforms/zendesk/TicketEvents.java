// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static io.tideboard.platforms.zendesk.ZendeskEvent.somebody;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket: {@code ticket.*}. */
final class TicketEvents {

  private final ZendeskEvent event;
  private final Scope scope;
  private final Ticket ticket;

  TicketEvents(ZendeskEvent event, Scope scope) {
    this.event = event;
    this.scope = scope;
    this.ticket = new Ticket(event, scope);
  }

  List<Event> told() {
    return switch (event.kind()) {
      case "ticket.created" -> created();
      case "ticket.comment_added" -> commentAdded();
      case "ticket.agent_assignment_changed" -> agentChanged();
      case "ticket.group_assignment_changed" -> groupChanged();
      case "ticket.status_changed" -> statusChanged();
      case "ticket.merged",
          "ticket.soft_deleted",
          "ticket.permanently_deleted",
          "ticket.marked_as_spam" ->
          ticket.toCase().over(Party.SYSTEM).events();
      default -> List.of();
    };
  }

  private List<Event> created() {
    DeskCase created = ticket.toCase().created();
    if (TicketStatus.waits(ticket.status()) && !ticket.outbound()) {
      created.waitsIn(ticket.queue());
    }
    return created.offeredTo(ticket.assignee()).events();
  }

  private List<Event> commentAdded() {
    Payload comment = event.event().at("comment");
    if (Boolean.FALSE.equals(comment.flag("is_public"))) {
      return List.of();
    }
    Party author = author(comment.at("author"));
    if (author != Party.AGENT) {
      return ticket.toCase().message(author, null).events();
    }
    String writer = scope.agent(comment.at("author").text("id"));
    DeskCase written = ticket.toCase().message(Party.AGENT, writer);
    if (!TicketStatus.isOver(ticket.status())) {
      written.answeredBy(ticket.assignee() == null ? writer : ticket.assignee());
    }
    return written.events();
  }

  /** Rules and bots write as −1. */
  private Party author(Payload author) {
    String id = author.text("id");
    if (id != null && somebody(id) == null) {
      return Party.BOT;
    }
    Boolean staff = author.flag("is_staff");
    boolean byAgent = staff == null ? id != null && !id.equals(ticket.requesterId()) : staff;
    return byAgent ? Party.AGENT : Party.CUSTOMER;
  }

  private List<Event> agentChanged() {
    String agent = scope.agent(somebody(event.event().text("current")));
    if (agent != null) {
      return ticket.toCase().offeredTo(agent).events();
    }
    // An agent who leaves gives back what waits; what the customer is to answer does not wait.
    return TicketStatus.waits(ticket.status())
        ? ticket.toCase().movedTo(ticket.queue()).events()
        : List.of();
  }

  private List<Event> groupChanged() {
    if (ticket.assignee() != null || !TicketStatus.waits(ticket.status())) {
      return List.of();
    }
    String group = somebody(event.event().text("current"));
    return ticket.toCase().movedTo(ticket.queueOf(group)).events();
  }

  private List<Event> statusChanged() {
    TicketStatus was = TicketStatus.of(event.event().text("previous"));
    TicketStatus is = TicketStatus.of(event.event().text("current"));
    if (is == null || is == was) {
      return List.of();
    }
    if (TicketStatus.isOver(is)) {
      return TicketStatus.isOver(was) ? List.of() : over(is);
    }
    DeskCase changed = ticket.toCase();
    if (TicketStatus.isOver(was)) {
      changed.reopened();
    } else if (was == TicketStatus.HOLD) {
      changed.resumed();
    }
    if (is == TicketStatus.HOLD) {
      changed.held();
    }
    if (TicketStatus.waits(is) && waitsAnew(was)) {
      changed.waitsIn(ticket.queue());
    }
    return changed.events();
  }

  /** With an assignee, an answer of the customer goes to the agent and not to the line. */
  private boolean waitsAnew(@Nullable TicketStatus was) {
    boolean rested = was == TicketStatus.PENDING || was == TicketStatus.HOLD;
    return TicketStatus.isOver(was) || (rested && ticket.assignee() == null);
  }

  /** Closed without having been solved means merged into another. */
  private List<Event> over(TicketStatus is) {
    if (is == TicketStatus.CLOSED) {
      return ticket.toCase().over(Party.SYSTEM).events();
    }
    String actor = event.detail().text("actor_id");
    if (actor != null && somebody(actor) == null) {
      return ticket.toCase().settled(Party.SYSTEM, null).events();
    }
    if (actor != null && actor.equals(ticket.requesterId())) {
      return ticket.toCase().settled(Party.CUSTOMER, null).events();
    }
    String assignee = ticket.assignee();
    return ticket
        .toCase()
        .settled(Party.AGENT, assignee == null ? scope.agent(actor) : assignee)
        .events();
  }
}
