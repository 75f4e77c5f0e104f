// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.EventField;
import io.tideboard.events.Rfc3339;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Ids;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ticket as the rule's author had it told. */
record Ticket(Change change, Fields fields, Scope scope) {

  /** What the change tells of the ticket, so far nothing but what is told alongside. */
  DeskCase toCase() {
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

  /** Whether an agent wrote first. */
  boolean outbound() {
    return FreshdeskChannel.outbound(fields.text("source"));
  }

  @Nullable TicketStatus status() {
    return TicketStatus.of(fields.text("status"));
  }

  @Nullable String agent() {
    String told =
        fields.text("agentemail", "responderemail", "agent", "agentname", "respondername");
    return told == null ? null : scope.known("agent", told);
  }

  /** The line of its group. */
  String queue() {
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
