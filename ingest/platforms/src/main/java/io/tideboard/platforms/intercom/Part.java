// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.events.Party;
import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The latest part of a conversation or ticket: what the notification is about. */
record Part(Payload body) {

  /** The last of a list such as {@code conversation_parts}; null when it has none. */
  static @Nullable Part last(Payload item, String list) {
    List<Payload> parts = item.at(list).objects(list);
    return parts.isEmpty() ? null : new Part(parts.get(parts.size() - 1));
  }

  /** When the part was made: the notification of it comes a little later. */
  static Instant at(@Nullable Part part, Notification notification) {
    Instant made = part == null ? null : DeskTimes.optional(part.body(), "created_at");
    return made == null ? notification.at() : made;
  }

  @Nullable String id() {
    return body.text("id");
  }

  @Nullable String type() {
    return body.text("part_type");
  }

  @Nullable String authorId() {
    return body.at("author").text("id");
  }

  /** Who wrote or did it; null when that is not told. */
  @Nullable Party author() {
    return party(body.at("author").text("type"));
  }

  static @Nullable Party party(@Nullable String type) {
    return type == null
        ? null
        : switch (type.toLowerCase(Locale.ROOT)) {
          case "admin", "team" -> Party.AGENT;
          case "bot", "operator", "app" -> Party.BOT;
          default -> Party.CUSTOMER;
        };
  }
}
