// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import java.util.List;

/** A conversation went from one status to another; from which one, older releases do not tell. */
final class StatusChange {

  private static final String PENDING = "pending";
  private static final String RESOLVED = "resolved";
  private static final String SNOOZED = "snoozed";

  private final Conversation conversation;
  private final String before;
  private final String now;
  private final DeskCase told;

  StatusChange(ConversationEvents events, Changes changes) {
    this.conversation = events.conversation();
    String current = changes.now("status");
    String previous = changes.before("status");
    this.now = current == null ? conversation.status() : current;
    this.before = previous == null ? "" : previous;
    this.told = events.toCase("status", now);
  }

  List<Event> events() {
    return switch (now) {
      case "open" -> opened();
      case RESOLVED -> resolved();
      case SNOOZED -> reopenedIfResolved().held().events();
      case PENDING -> reopenedIfResolved().events();
      default -> List.of();
    };
  }

  private List<Event> opened() {
    return switch (before) {
      case SNOOZED -> told.resumed().events();
      case PENDING ->
          conversation.neverReplied() ? told.escalatedTo(conversation.queue()).events() : List.of();
      default -> told.reopened().waitsIn(conversation.queue()).events();
    };
  }

  private List<Event> resolved() {
    if (before.equals(PENDING) && conversation.neverReplied()) {
      return told.contained().events();
    }
    String assignee = conversation.assignee();
    boolean served = assignee != null && !conversation.neverReplied();
    return told.settled(assignee == null ? Party.SYSTEM : Party.AGENT, served ? assignee : null)
        .events();
  }

  private DeskCase reopenedIfResolved() {
    return before.equals(RESOLVED) ? told.reopened() : told;
  }
}
