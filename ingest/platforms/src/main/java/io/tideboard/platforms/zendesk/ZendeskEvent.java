// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.platforms.desk.DeskTimes;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelope around every event of Zendesk.
 *
 * @param kind the type without its prefix, such as {@code ticket.created}
 * @param body everything
 * @param detail the ticket or agent as it is now
 * @param event what changed
 */
record ZendeskEvent(String kind, Payload body, Payload detail, Payload event) {

  private static final String PREFIX = "zen:event-type:";

  /** Of a body that is no event of the Events API, such as that of a trigger. */
  private static final String UNTYPED = "untyped";

  static ZendeskEvent of(Payload body) {
    String type = body.text("type");
    if (type != null) {
      String kind = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
      return new ZendeskEvent(kind, body, body.at("detail"), body.at("event"));
    }
    Payload event = body.at("event");
    return new ZendeskEvent(shape(event), body, body.at("detail"), event);
  }

  /** Changes of an agent's state are known without a type, as the vendor's example shows them. */
  private static String shape(Payload event) {
    if (event.has("new_unified_state")) {
      return "agent.unified_state_changed";
    }
    return event.has("new_state") ? "agent.state_changed" : UNTYPED;
  }

  String id() {
    return body.neededText("id");
  }

  /** When it happened, of a ticket. */
  Instant at() {
    Instant time = DeskTimes.optional(body, "time");
    return time != null ? time : DeskTimes.first(detail, "updated_at");
  }

  /** When an agent's state changed: {@code time} may be long after it. */
  Instant changedAt() {
    Instant changed = DeskTimes.optional(event, "updated_at");
    return changed != null ? changed : DeskTimes.first(body, "time");
  }

  /** The last part of {@code subject}, as in {@code zen:ticket:35436}; null without one. */
  @Nullable String subjectId() {
    String subject = body.text("subject");
    int colon = subject == null ? -1 : subject.lastIndexOf(':');
    return subject == null || colon < 0 || colon + 1 == subject.length()
        ? null
        : subject.substring(colon + 1);
  }

  /** An id, or null where 0 or −1 stands for nobody. */
  static @Nullable String somebody(@Nullable String id) {
    return id == null || id.equals("0") || id.startsWith("-") ? null : id;
  }
}
