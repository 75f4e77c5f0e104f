// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static io.tideboard.platforms.intercom.Notification.somebody;

import io.tideboard.events.EventField;
import io.tideboard.events.Initiative;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, in the forms that Intercom has given it over the years: with {@code user} and
 * {@code assignee} in the oldest, with {@code contacts} and {@code admin_assignee_id} since.
 */
record Conversation(Payload item, Scope scope) {

  /** What happened to it, so far nothing but what is told alongside. */
  DeskCase toCase(String factId, Instant at) {
    boolean outbound = outbound();
    return new DeskCase(new Fact(scope.source(), factId, at), scope.interaction(id()))
        .on(IntercomChannel.of(item.at("source").text("type")))
        .outbound(outbound)
        .with(EventField.INITIATIVE, outbound ? Initiative.PROACTIVE : null)
        .with(EventField.CUSTOMER, customer());
  }

  String id() {
    return item.neededText("id");
  }

  boolean closed() {
    return "closed".equals(item.text("state")) || Boolean.FALSE.equals(item.flag("open"));
  }

  /** Whether an admin or a campaign wrote first. */
  boolean outbound() {
    String started = item.at("source").text("delivered_as");
    if (started != null) {
      return !started.equals("customer_initiated") && !started.equals("operator_initiated");
    }
    return Part.party(item.at("conversation_message").at("author").text("type")) == Party.AGENT;
  }

  /** Whether the customer is known not to wait: an admin was the last to write. */
  boolean nobodyWaits() {
    return item.names().contains("waiting_since") && !item.has("waiting_since");
  }

  boolean withAiAgent() {
    return Boolean.TRUE.equals(item.flag("ai_agent_participated"));
  }

  /** Whether its AI agent says that it has settled the conversation. */
  boolean resolvedByAiAgent() {
    String state = item.at("ai_agent").text("resolution_state");
    return "assumed_resolution".equals(state) || "confirmed_resolution".equals(state);
  }

  /** When an admin first replied; null when none has, or nothing is told of it. */
  @Nullable Instant firstReplied() {
    return DeskTimes.optional(item.at("statistics"), "first_admin_reply_at");
  }

  /** When it was last closed; null when it never was, or nothing is told of it. */
  @Nullable Instant lastClosed() {
    return DeskTimes.optional(item.at("statistics"), "last_close_at");
  }

  /** When an admin last replied; null when none has, or nothing is told of it. */
  @Nullable Instant lastReplied() {
    return DeskTimes.optional(item.at("statistics"), "last_admin_reply_at");
  }

  /** The admin it is assigned to; null when it is nobody, or a team. */
  @Nullable String assignee() {
    String id = somebody(item.text("admin_assignee_id"));
    if (id != null) {
      return scope.agent(id);
    }
    Payload assignee = item.at("assignee");
    return "admin".equals(assignee.text("type")) ? scope.agent(assignee.text("id")) : null;
  }

  /** The line of its team. */
  String queue() {
    String team = somebody(item.text("team_assignee_id"));
    if (team == null && "team".equals(item.at("assignee").text("type"))) {
      team = item.at("assignee").text("id");
    }
    return team == null ? scope.unassigned() : scope.queue("team", team, null);
  }

  /** Address or own id of the contact. */
  private @Nullable String customer() {
    Payload writer = item.optional("user");
    Payload contact = writer == null ? item.at("source").at("author") : writer;
    boolean customer = Part.party(contact.text("type")) == Party.CUSTOMER;
    String address =
        customer ? Customers.address(Customers.orNone(() -> contact.text("email"))) : null;
    if (address != null) {
      return address;
    }
    List<Payload> contacts = item.at("contacts").objects("contacts");
    String id = contacts.isEmpty() ? null : contacts.get(0).text("id");
    return scope.customer(id == null && customer ? contact.text("id") : id);
  }
}
