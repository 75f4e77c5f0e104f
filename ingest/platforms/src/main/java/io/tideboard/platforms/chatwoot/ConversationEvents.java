// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.Event;
import io.tideboard.events.Rfc3339;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.support.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a conversation: {@code conversation_*}. */
final class ConversationEvents {

  private static final String OPEN = "open";

  private final Conversation conversation;
  private final @Nullable String delivery;

  ConversationEvents(Conversation conversation, @Nullable String delivery) {
    this.conversation = conversation;
    this.delivery = delivery;
  }

  List<Event> told(String kind) {
    return switch (kind) {
      case "conversation_created" -> created();
      case "conversation_status_changed" -> statusChanged(new Changes(conversation.body()));
      case "conversation_updated" -> updated(new Changes(conversation.body()));
      default -> List.of();
    };
  }

  private List<Event> created() {
    Instant at = DeskTimes.optional(conversation.body(), "created_at");
    DeskCase created =
        conversation
            .toCase(
                Ids.of("conversation", conversation.id()),
                at == null ? conversation.changedAt() : at)
            .created();
    if (conversation.status().equals(OPEN)) {
      created.waitsIn(conversation.queue());
    }
    return created.offeredTo(conversation.assignee()).events();
  }

  private List<Event> statusChanged(Changes changes) {
    return !changes.told() || changes.of("status")
        ? new StatusChange(this, changes).events()
        : List.of();
  }

  private List<Event> updated(Changes changes) {
    List<Event> events = new ArrayList<>();
    if (changes.of("status")) {
      events.addAll(new StatusChange(this, changes).events());
    }
    if (changes.of("assignee_id")) {
      events.addAll(assigneeChanged(changes.now("assignee_id")));
    }
    if (changes.of("team_id") && waits()) {
      events.addAll(toCase("team", changes.now("team_id")).movedTo(conversation.queue()).events());
    }
    return events;
  }

  private List<Event> assigneeChanged(@Nullable String assignee) {
    DeskCase changed = toCase("assignee", assignee);
    if (assignee != null) {
      return changed.offeredTo(conversation.scope().agent(assignee)).events();
    }
    return waits() ? changed.movedTo(conversation.queue()).events() : List.of();
  }

  private boolean waits() {
    return conversation.status().equals(OPEN) && !conversation.nobodyWaits();
  }

  Conversation conversation() {
    return conversation;
  }

  /** One change among those that a payload tells, known by what it changed to and when. */
  DeskCase toCase(String attribute, @Nullable String value) {
    Instant at = conversation.changedAt();
    String when =
        !conversation.body().has("updated_at") && delivery != null ? delivery : Rfc3339.format(at);
    return conversation.toCase(
        Ids.of("conversation", conversation.id(), attribute, value == null ? "none" : value, when),
        at);
  }
}
