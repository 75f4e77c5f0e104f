// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import static io.tideboard.platforms.intercom.Notification.somebody;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation was given to an admin, a team or nobody. Two topics tell it, so its id is that of
 * the conversation's part.
 */
final class Assignment {

  private final Conversation conversation;
  private final @Nullable Part part;
  private final DeskCase told;

  Assignment(Notification notification, Conversation conversation) {
    this.conversation = conversation;
    this.part = Part.last(notification.item(), "conversation_parts");
    String id = part == null ? null : part.id();
    this.told =
        conversation.toCase(
            id == null ? notification.id() : conversation.scope().interaction("part-" + id),
            Part.at(part, notification));
  }

  List<Event> events() {
    Payload to = part == null ? conversation.item().at("assignee") : part.body().at("assigned_to");
    String id = somebody(to.text("id"));
    String type = to.text("type");
    if (id != null && "admin".equals(type)) {
      return told.offeredTo(conversation.scope().agent(id)).events();
    }
    if (type == null && conversation.assignee() != null) {
      return told.offeredTo(conversation.assignee()).events();
    }
    if (conversation.closed() || conversation.nobodyWaits()) {
      return List.of();
    }
    String queue =
        id != null && "team".equals(type)
            ? conversation.scope().queue("team", id, null)
            : conversation.queue();
    return handedOverByBot() ? told.escalatedTo(queue).events() : told.movedTo(queue).events();
  }

  private boolean handedOverByBot() {
    return part != null && part.author() == Party.BOT && conversation.withAiAgent();
  }
}
