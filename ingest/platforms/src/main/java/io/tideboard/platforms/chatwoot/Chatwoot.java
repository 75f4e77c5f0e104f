// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.Event;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.util.List;

/** Chatwoot's webhooks; the package's documentation tells what becomes of which event. */
public final class Chatwoot implements Platform {

  /** Header of recent releases: one id for every attempt to deliver the same. */
  private static final String DELIVERY = "x-chatwoot-delivery";

  private final Names names;

  /** With inboxes and agents under their ids. */
  public Chatwoot() {
    this(Names.AS_SENT);
  }

  /** With inboxes, teams and agents under the names that the installation tells. */
  public Chatwoot(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "chatwoot";
  }

  @Override
  public SignatureScheme signature() {
    return new ChatwootSignature();
  }

  @Override
  public Translation translate(Delivery delivery) {
    Scope scope = new Scope(delivery.source(), names);
    Payload body = JsonBody.object(delivery.body());
    String kind = body.neededText("event");
    Entries entries = new Entries();
    entries.read(
        kind,
        () ->
            kind.startsWith("message_")
                ? MessageEvents.told(kind, body, scope)
                : conversation(kind, body, scope, delivery));
    return entries.translation();
  }

  private static List<Event> conversation(
      String kind, Payload body, Scope scope, Delivery delivery) {
    if (!kind.startsWith("conversation_")) {
      return List.of();
    }
    Conversation conversation = new Conversation(body, scope);
    return new ConversationEvents(conversation, delivery.header(DELIVERY)).told(kind);
  }
}
