// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.Party;
import io.tideboard.events.Rfc3339;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of a ticket, and the ticket as the rule's author had it told. */
final class TicketChange {

  private final Change change;
  private final Fields fields;
  private final Scope scope;

  TicketChange(Change change, Fields fields, Scope scope) {
    this.change = change;
    this.fields = fields;
    this.scope = scope;
  }

  List<Event> events() {
    return switch (change.name()) {
      case "ticket_created", "created" -> created();
      case "ticket_action" -> action();
      case "customer_replied", "requester_replied" ->
          toCase().message(Party.CUSTOMER, null).events();
      case "agent_replied", "reply_sent" -> replied();
      case "note_type" -> "public".equals(change.to()) ? replied() : List.of();
      case "agent_assigned", "responder_id" -> agentChanged();
      case "group_changed", "group_id" -> groupChanged();
      case "ticket_resolved", "ticket_closed" -> settled();
      case "ticket_reopened" -> reopened();
      case "status" -> statusChanged();
      case "ticket_deleted", "ticket_marked_spam" -> toCase().over(Party.SYSTEM).events();
      case "ticket_rated", "customer_feedback", "feedback" -> rated();
      default -> List.of();
    };
  }

  private List<Event> action() {
    return switch (change.to() == null ? "" : change.to().toLowerCase(Locale.ROOT)) {
      case "created" -> created();
      case "deleted", "marked_spam", "spam" -> toCase().over(Party.SYSTEM).events();
      default -> List.of();
    };
  }

  private List<Event> created() {
    DeskCase created = toCase().created();
    if (!outbound()) {
      created.message(Party.CUSTOMER, null);
      if (status() == null || status() == TicketStatus.OPEN) {
        created.waitsIn(queue());
      }
    }
    return created.offeredTo(agent()).events();
  }

  private List<Event> replied() {
    DeskCase replied = toCase().message(Party.AGENT, agent());
    return status() == TicketStatus.RESOLVED
        ? replied.events()
        : replied.answeredBy(agent()).events();
  }

  private List<Event> agentChanged() {
    if (agent() != null) {
      return toCase().offeredTo(agent()).events();
    }
    return status() == TicketStatus.OPEN ? toCase().movedTo(queue()).events() : List.of();
  }

  private List<Event> groupChanged() {
    return agent() == null && status() == TicketStatus.OPEN
        ? toCase().movedTo(queue()).events()
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
      return is == TicketStatus.OPEN ? reopened() : toCase().reopened().events();
    }
    return List.of();
  }

  private List<Event> settled() {
    return toCase().settled(agent() == null ? Party.SYSTEM : Party.AGENT, agent()).events();
  }

  private List<Event> reopened() {
    return toCase().reopened().waitsIn(queue()).events();
  }

  private List<Event> rated() {
    String told = fields.text("rating", "surveyrating", "satisfactionrating", "feedbackrating");
    String rating = told == null ? change.to() : told;
    double score = Rating.score(rating == null ? fields.needed("rating", "rating") : rating);
    String comment = fields.text("comment", "surveycomment", "feedbackcomment", "feedback");
    return toCase().rated(score, comment, agent()).events();
  }

  private DeskCase toCase() {
    String ticket = fields.needed("ticket_id", "id", "ticketid", "displayid");
    Instant at =
        DeskTimes.of(
            "updated_at",
            fields.needed(
                "updated_at",
                "updatedat",
                "updatedon",
                "modifiedat",
                "modifiedon",
                "time",
                "timestamp",
                "createdat",
                "createdon"));
    String priority = fields.text("priority");
    return new DeskCase(
            new Fact(
                scope.source(), Ids.of("ticket", ticket, Rfc3339.format(at), change.asId()), at),
            scope.interaction(ticket))
        .on(FreshdeskChannel.of(fields.text("source")))
        .outbound(outbound())
        .with(EventField.CUSTOMER, customer())
        .with(
            EventField.ATTRIBUTES,
            priority == null ? null : Map.of("priority", priority.toLowerCase(Locale.ROOT)));
  }

  private boolean outbound() {
    return FreshdeskChannel.outbound(fields.text("source"));
  }

  private @Nullable TicketStatus status() {
    return TicketStatus.of(fields.text("status"));
  }

  private @Nullable String agent() {
    String told =
        fields.text("agentemail", "responderemail", "agent", "agentname", "respondername");
    return told == null ? null : scope.known("agent", told);
  }

  private String queue() {
    String group = fields.text("groupname", "group");
    return group == null ? scope.unassigned() : scope.known("group", group);
  }

  private @Nullable String customer() {
    String told =
        Customers.address(
            fields.text(
                "requesteremail",
                "contactemail",
                "email",
                "requesterphone",
                "contactphone",
                "contactmobile",
                "phone"));
    return told == null ? scope.customer(fields.text("requesterid", "contactid")) : told;
  }
}
