// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.Event;
import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was written, and what was answered in a survey: {@code message_*}. */
final class MessageEvents {

  private static final String USER = "user";
  private static final String SURVEY = "input_csat";

  private MessageEvents() {}

  static List<Event> told(String kind, Payload message, Scope scope) {
    return switch (kind) {
      case "message_created" -> created(message, scope);
      case "message_updated" -> updated(message, scope);
      default -> List.of();
    };
  }

  private static List<Event> created(Payload message, Scope scope) {
    Party author = author(message);
    if (author == null || Boolean.TRUE.equals(message.flag("private"))) {
      return List.of();
    }
    Conversation conversation = new Conversation(message.at("conversation"), scope);
    DeskCase written =
        conversation.toCase(
            Ids.of("message", message.neededText("id")), DeskTimes.first(message, "created_at"));
    if (author != Party.AGENT) {
      return written.message(author, null).events();
    }
    String writer = scope.agent(message.at("sender").text("id"));
    written.message(Party.AGENT, writer);
    if (!conversation.status().equals("resolved")) {
      String assignee = conversation.assignee();
      written.answeredBy(assignee == null ? writer : assignee);
    }
    return written.events();
  }

  /** Null of what nobody wrote: activities, and templates such as greetings and surveys. */
  private static @Nullable Party author(Payload message) {
    String type = message.text("message_type");
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "incoming", "0" -> Party.CUSTOMER;
      // Rules, campaigns and bots write without a user.
      case "outgoing", "1" ->
          USER.equals(message.at("sender").text("type")) ? Party.AGENT : Party.BOT;
      default -> null;
    };
  }

  private static List<Event> updated(Payload message, Scope scope) {
    if (!SURVEY.equals(message.text("content_type"))) {
      return List.of();
    }
    Payload answer =
        message.at("content_attributes").at("submitted_values").at("csat_survey_response");
    Double rating = answer.number("rating");
    if (rating == null) {
      return List.of();
    }
    Conversation conversation = new Conversation(message.at("conversation"), scope);
    return conversation
        .toCase(Ids.of("message", message.neededText("id")), answeredAt(message, conversation))
        .rated(rating, answer.text("feedback_message"), conversation.assignee())
        .events();
  }

  private static Instant answeredAt(Payload message, Conversation conversation) {
    for (Payload told : List.of(message, conversation.body())) {
      Instant updated = DeskTimes.optional(told, "updated_at");
      if (updated != null) {
        return updated;
      }
    }
    return DeskTimes.first(message, "created_at");
  }
}
