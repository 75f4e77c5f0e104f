// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import static io.tideboard.events.EventField.ATTRIBUTES;
import static io.tideboard.events.EventField.CHANNEL;
import static io.tideboard.events.EventField.CUSTOMER;
import static io.tideboard.events.EventField.DIRECTION;
import static io.tideboard.events.EventField.QUEUE;

import io.tideboard.events.Channel;
import io.tideboard.events.Direction;
import io.tideboard.events.Party;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Payload;
import io.tideboard.platforms.support.Story;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who a contact is, as every payload of Connect tells it. A contact has one queue visit and one
 * agent at most, since each transfer makes a new contact: so its facts need no time in their ids,
 * which differ in precision between the streams.
 */
record Contact(String id, String initiation, Payload detail) {

  static Contact of(Payload detail) {
    String initiation = detail.text("initiationMethod");
    return new Contact(
        detail.neededText("contactId"),
        initiation == null ? "" : initiation.toUpperCase(Locale.ROOT),
        detail);
  }

  /** The id of one of its facts. */
  String fact(String kind) {
    return Ids.of(id, kind);
  }

  /** A supervisor who listens in: no contact of a customer. */
  boolean isMonitoring() {
    return initiation.equals("MONITOR");
  }

  /** Dialled by an agent or a campaign: the queue it names is for reports, nobody waits in it. */
  boolean isDialled() {
    return initiation.equals("OUTBOUND") || initiation.equals("EXTERNAL_OUTBOUND");
  }

  /** Moved here by a flow while it waited in another queue, as another contact. */
  boolean isQueueTransfer() {
    return initiation.equals("QUEUE_TRANSFER");
  }

  /** The call back that the customer has asked for. */
  boolean isCallback() {
    return initiation.equals("CALLBACK");
  }

  /**
   * How it ended, were it in a queue without an agent: a customer who waits for a call back cannot
   * hang up, and who does hang up has given up.
   */
  Disconnect inQueue(Disconnect how) {
    if (how.dequeueReason() != null) {
      return how;
    }
    return isCallback()
        ? new Disconnect(how.by(), "withdrawn")
        : new Disconnect(Party.CUSTOMER, null);
  }

  /** The contact that this one continues, or null. */
  @Nullable String previous() {
    return detail.text("previousContactId");
  }

  Story story(String source, @Nullable String queue) {
    return new Story(source, id)
        .with(CHANNEL, channel())
        .with(DIRECTION, isDialled() ? Direction.OUTBOUND : Direction.INBOUND)
        .with(QUEUE, queue)
        .with(CUSTOMER, Customers.orNone(this::customer))
        .with(ATTRIBUTES, attributes());
  }

  private @Nullable String customer() {
    return Customers.address(detail.at("customerEndpoint").text("address"));
  }

  private @Nullable Channel channel() {
    String channel = detail.text("channel");
    return switch (channel == null ? "" : channel.toUpperCase(Locale.ROOT)) {
      case "VOICE" -> Channel.VOICE;
      case "CHAT" -> chat();
      case "EMAIL" -> Channel.EMAIL;
      default -> null;
    };
  }

  /** Text messages come as chats of a subtype. */
  private Channel chat() {
    String subtype = detail.at("segmentAttributes").at("connect:Subtype").text("valueString");
    return switch (subtype == null ? "" : subtype.toLowerCase(Locale.ROOT)) {
      case "connect:sms" -> Channel.SMS;
      case "connect:apple", "connect:whatsapp" -> Channel.MESSAGING;
      default -> Channel.CHAT;
    };
  }

  private @Nullable Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    put(attributes, "initiation", initiation.toLowerCase(Locale.ROOT));
    put(attributes, "initialContact", detail.text("initialContactId"));
    put(attributes, "previousContact", previous());
    return attributes.isEmpty() ? null : attributes;
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      attributes.put(name, Ids.fitting(value));
    }
  }
}
