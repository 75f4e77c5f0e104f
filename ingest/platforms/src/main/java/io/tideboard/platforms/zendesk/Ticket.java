// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import static io.tideboard.platforms.zendesk.ZendeskEvent.somebody;

import io.tideboard.events.EventField;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ticket as the event's {@code detail} has it: as it was once everything had changed. */
final class Ticket {

  private final ZendeskEvent event;
  private final Payload detail;
  private final Scope scope;

  Ticket(ZendeskEvent event, Scope scope) {
    this.event = event;
    this.detail = event.detail();
    this.scope = scope;
  }

  /** What the event tells of the ticket, so far nothing but what is told alongside. */
  DeskCase toCase() {
    String priority = detail.text("priority");
    return new DeskCase(new Fact(scope.source(), event.id(), event.at()), interaction())
        .on(ZendeskChannel.ofTicket(detail.at("via").text("channel")))
        .outbound(outbound())
        .with(EventField.CUSTOMER, scope.customer(requesterId()))
        .with(
            EventField.ATTRIBUTES,
            priority == null ? null : Map.of("priority", priority.toLowerCase(Locale.ROOT)));
  }

  private String interaction() {
    String id = detail.text("id");
    String known = id == null ? event.subjectId() : id;
    return scope.interaction(known == null ? detail.neededText("id") : known);
  }

  @Nullable TicketStatus status() {
    return TicketStatus.of(detail.text("status"));
  }

  @Nullable String requesterId() {
    return somebody(detail.text("requester_id"));
  }

  @Nullable String assignee() {
    return scope.agent(somebody(detail.text("assignee_id")));
  }

  /** Whether somebody else than the requester wrote it: an agent reached out. */
  boolean outbound() {
    String submitter = somebody(detail.text("submitter_id"));
    return submitter != null && requesterId() != null && !submitter.equals(requesterId());
  }

  /** The line of its group. */
  String queue() {
    return queueOf(somebody(detail.text("group_id")));
  }

  String queueOf(@Nullable String group) {
    return group == null ? scope.unassigned() : scope.queue("group", group, null);
  }
}
