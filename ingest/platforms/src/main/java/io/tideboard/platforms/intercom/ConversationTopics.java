// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a conversation: {@code conversation.*}. */
final class ConversationTopics {

  private final Notification notification;
  private final Scope scope;
  private final Conversation conversation;

  ConversationTopics(Notification notification, Scope scope) {
    this.notification = notification;
    this.scope = scope;
    this.conversation = new Conversation(notification.item(), scope);
  }

  List<Event> told() {
    return switch (notification.topic()) {
      case "conversation.user.created" -> createdByCustomer();
      case "conversation.admin.single.created" -> createdByAgent();
      case "conversation.user.replied" -> repliedByCustomer();
      case "conversation.admin.replied", "conversation.operator.replied" -> replied();
      case "conversation.admin.assigned", "conversation.admin.open.assigned" ->
          new Assignment(notification, conversation).events();
      case "conversation.admin.closed" -> closed();
      case "conversation.admin.opened" ->
          toCase().reopened().waitsIn(conversation.queue()).events();
      case "conversation.admin.snoozed" -> toCase().held().events();
      case "conversation.admin.unsnoozed" -> toCase().resumed().events();
      case "conversation.rating.added" -> rated();
      case "conversation.deleted" -> toCase().over(Party.SYSTEM).events();
      default -> List.of();
    };
  }

  private DeskCase toCase() {
    return conversation.toCase(notification.id(), at());
  }

  private Instant at() {
    return Part.at(part(), notification);
  }

  private List<Event> createdByCustomer() {
    Instant began = DeskTimes.optional(notification.item(), "created_at");
    DeskCase created =
        conversation
            .toCase(notification.id(), began == null ? notification.at() : began)
            .created()
            .message(Party.CUSTOMER, null);
    if (!conversation.withAiAgent() && !conversation.closed()) {
      created.waitsIn(conversation.queue());
    }
    return created.events();
  }

  private List<Event> createdByAgent() {
    String author = notification.item().at("source").at("author").text("id");
    if (author == null) {
      author = notification.item().at("conversation_message").at("author").text("id");
    }
    return toCase().outbound(true).created().message(Party.AGENT, scope.agent(author)).events();
  }

  private List<Event> repliedByCustomer() {
    List<Event> events = new ArrayList<>(toCase().message(Party.CUSTOMER, null).events());
    String reopening = reopening();
    if (reopening != null) {
      events.addAll(
          conversation
              .toCase(Ids.of(scope.interaction(conversation.id()), reopening), at())
              .reopened()
              .waitsIn(conversation.queue())
              .events());
    }
    return events;
  }

  /**
   * What tells this reply's reopening from others: the close before it, so that a second reply does
   * not reopen again. Null when the conversation was not closed, or an admin has replied since.
   */
  private @Nullable String reopening() {
    Part part = part();
    boolean opens = part != null && "open".equals(part.type());
    Instant closed = conversation.lastClosed();
    if (closed == null) {
      return opens ? notification.id() : null;
    }
    Instant replied = conversation.lastReplied();
    boolean since = replied != null && replied.isAfter(closed);
    boolean changesNothing = since || conversation.closed();
    return changesNothing && !opens ? null : String.valueOf(closed.toEpochMilli());
  }

  private List<Event> replied() {
    Part part = part();
    boolean operator = notification.topic().startsWith("conversation.operator");
    Party author = part == null ? null : part.author();
    if (operator || author == Party.BOT) {
      return toCase().message(Party.BOT, null).events();
    }
    String writer = part == null ? null : scope.agent(part.authorId());
    DeskCase written = toCase().message(Party.AGENT, writer);
    if (!conversation.closed()) {
      String assignee = conversation.assignee();
      written.answeredBy(assignee == null ? writer : assignee);
    }
    return written.events();
  }

  private List<Event> closed() {
    Part part = part();
    Party author = part == null ? null : part.author();
    if (author == Party.BOT) {
      boolean contained = conversation.resolvedByAiAgent() && conversation.firstReplied() == null;
      return contained
          ? toCase().contained().events()
          : toCase().settled(Party.SYSTEM, null).events();
    }
    if (author == Party.CUSTOMER) {
      return toCase().settled(Party.CUSTOMER, null).events();
    }
    String assignee = conversation.assignee();
    String closer = part == null ? null : scope.agent(part.authorId());
    return toCase().settled(Party.AGENT, assignee == null ? closer : assignee).events();
  }

  private List<Event> rated() {
    Payload rating = notification.item().at("conversation_rating");
    Double score = rating.number("rating");
    if (score == null) {
      return List.of();
    }
    String asked = rating.text("created_at");
    String id = asked == null ? notification.id() : scope.interaction(conversation.id());
    return conversation
        .toCase(asked == null ? id : Ids.of(id, asked), notification.at())
        .rated(score, rating.text("remark"), conversation.assignee())
        .events();
  }

  private @Nullable Part part() {
    return Part.last(notification.item(), "conversation_parts");
  }
}
