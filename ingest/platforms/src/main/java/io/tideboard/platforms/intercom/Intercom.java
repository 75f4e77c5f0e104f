// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.events.Event;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import java.util.List;

/** Intercom's notifications; the package's documentation tells what becomes of which topic. */
public final class Intercom implements Platform {

  private final Names names;

  /** With teams and admins under their ids. */
  public Intercom() {
    this(Names.AS_SENT);
  }

  /** With teams and admins under the names that the installation tells. */
  public Intercom(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "intercom";
  }

  @Override
  public SignatureScheme signature() {
    return new IntercomSignature();
  }

  @Override
  public Translation translate(Delivery delivery) {
    Notification notification = Notification.of(JsonBody.object(delivery.body()));
    Scope scope = new Scope(delivery.source(), names);
    Entries entries = new Entries();
    entries.read(notification.topic(), () -> events(notification, scope));
    return entries.translation();
  }

  private static List<Event> events(Notification notification, Scope scope) {
    String topic = notification.topic();
    if (topic.startsWith("conversation.")) {
      return new ConversationTopics(notification, scope).told();
    }
    if (topic.startsWith("ticket.")) {
      return new TicketTopics(notification, scope).told();
    }
    return topic.startsWith("admin.") ? AdminTopics.told(notification, scope) : List.of();
  }
}
