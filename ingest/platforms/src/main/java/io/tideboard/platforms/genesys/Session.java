// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import static io.tideboard.events.EventField.CHANNEL;
import static io.tideboard.events.EventField.CUSTOMER;
import static io.tideboard.events.EventField.DIRECTION;
import static io.tideboard.events.EventField.QUEUE;

import io.tideboard.events.Direction;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One party's part in a conversation. A callback waits on after the call has ended in which it was
 * asked for, so it is an interaction of its own.
 */
record Session(String interaction, String key, Payload body) {

  static Session of(Payload body) {
    String conversation = body.neededText("conversationId");
    boolean callback = Media.upper(body.text("mediaType")).equals(Media.CALLBACK);
    String session = body.text("sessionId");
    String key = session == null ? body.text("participantId") : session;
    return new Session(
        callback ? Ids.of(conversation, "callback") : conversation,
        key == null ? conversation : key,
        body);
  }

  /** The id of what happens once in a session. */
  String fact(String kind) {
    return Ids.of(interaction, key, kind);
  }

  /** The id of what may happen again, at another time. */
  String fact(String kind, Instant at) {
    return Ids.of(interaction, key, kind, at.toEpochMilli());
  }

  Story story(Told told) {
    return new Story(told.source(), interaction)
        .with(CHANNEL, Media.channel(body.text("mediaType"), body.text("messageType")))
        .with(DIRECTION, isDialled() ? Direction.OUTBOUND : Direction.INBOUND)
        .with(QUEUE, told.name(body.text("queueId")))
        .with(CUSTOMER, Customers.orNone(this::customer));
  }

  /** Dialled by an agent or a campaign. A callback was asked for by the customer. */
  boolean isDialled() {
    return Media.upper(body.text("direction")).equals("OUTBOUND")
        && !Media.upper(body.text("mediaType")).equals(Media.CALLBACK);
  }

  private @Nullable String customer() {
    List<String> numbers = body.texts("callbackNumbers");
    String number = numbers.isEmpty() ? null : Customers.address(numbers.get(0));
    String address = Customers.address(body.text(isDialled() ? "dnis" : "ani"));
    String writtenTo = Customers.address(body.text(isDialled() ? "addressTo" : "addressFrom"));
    String known = Customers.address(body.text("externalContactId"));
    return number != null
        ? number
        : address != null ? address : writtenTo != null ? writtenTo : known;
  }

  Disconnection disconnection() {
    return Disconnection.of(body.text("disconnectType"));
  }
}
