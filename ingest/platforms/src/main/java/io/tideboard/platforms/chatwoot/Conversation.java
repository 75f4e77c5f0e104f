// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.EventField;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a payload has it: as it was when Chatwoot wrote the payload, which may be later
 * than what the payload tells.
 *
 * @param body the conversation's own members
 */
record Conversation(Payload body, Scope scope) {

  private static final String USER = "user";

  /** What happened to it as that fact, so far nothing but what is told alongside. */
  DeskCase toCase(String factId, Instant at) {
    return new DeskCase(new Fact(scope.source(), factId, at), scope.interaction(id()))
        .on(ChatwootChannel.of(body.text("channel")))
        .with(EventField.CUSTOMER, customer());
  }

  String id() {
    return body.neededText("id");
  }

  String status() {
    String status = body.text("status");
    return status == null ? "" : status;
  }

  /**
   * When it last changed. Releases before {@code updated_at} tell only when somebody last wrote,
   * which is the latest time that is known.
   */
  Instant changedAt() {
    return DeskTimes.first(body, "updated_at", "last_activity_at", "timestamp");
  }

  /** Whether the customer is known not to wait: an agent was the last to write. */
  boolean nobodyWaits() {
    String since = body.text("waiting_since");
    return since != null && since.equals("0");
  }

  /** Whether it is known that no agent has ever replied. */
  boolean neverReplied() {
    return body.names().contains("first_reply_created_at") && !body.has("first_reply_created_at");
  }

  /** The person it is assigned to; bots are none. */
  @Nullable String assignee() {
    Payload assignee = body.at("meta").at("assignee");
    String type = assignee.text("type");
    return type == null || type.equals(USER) ? scope.agent(assignee.text("id")) : null;
  }

  /** The line of its team, or else of its inbox. */
  String queue() {
    Payload team = body.at("meta").at("team");
    String id = team.text("id");
    if (id != null) {
      return scope.queue("team", id, team.text("name"));
    }
    String inbox = body.text("inbox_id");
    return inbox == null ? scope.unassigned() : scope.queue("inbox", inbox, null);
  }

  /**
   * Address, number or own id of the contact. Events of messages often tell less of the contact
   * than those of conversations; they tell no customer then, rather than another one.
   */
  private @Nullable String customer() {
    Payload sender = body.at("meta").at("sender");
    for (String key : new String[] {"email", "phone_number", "identifier"}) {
      String value = Customers.address(Customers.orNone(() -> sender.text(key)));
      if (value != null) {
        return value;
      }
    }
    return scope.customer(sender.text("id"));
  }
}
