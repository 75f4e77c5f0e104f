// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import io.tideboard.events.Channel;
import io.tideboard.events.Direction;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.support.Customers;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Payload;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of its contact: JSON inside a string, written by the customer's own programs.
 * What cannot be read there is as if it were absent, since the event itself is whole.
 */
record TaskAttributes(
    @Nullable String direction,
    @Nullable String channel,
    @Nullable String customer,
    boolean isCall) {

  private static final TaskAttributes NONE = new TaskAttributes(null, null, null, false);

  static TaskAttributes of(@Nullable String json) {
    if (json == null) {
      return NONE;
    }
    try {
      Payload attributes = JsonBody.object("task_attributes", json);
      String direction = text(attributes, "direction");
      return new TaskAttributes(
          direction,
          text(attributes, "channelType"),
          customer(attributes, isOutbound(direction)),
          text(attributes, "call_sid") != null);
    } catch (InvalidEvent e) {
      return NONE;
    }
  }

  Direction directed() {
    return isOutbound(direction) ? Direction.OUTBOUND : Direction.INBOUND;
  }

  /** The task's channel, made more exact by what the attributes say. */
  @Nullable Channel channel(@Nullable String taskChannel) {
    Channel told = named(channel);
    Channel ofTask = named(taskChannel);
    return told != null ? told : ofTask != null ? ofTask : isCall ? Channel.VOICE : null;
  }

  private static @Nullable Channel named(@Nullable String name) {
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "voice" -> Channel.VOICE;
      case "chat", "web" -> Channel.CHAT;
      case "sms" -> Channel.SMS;
      case "whatsapp", "messaging", "line" -> Channel.MESSAGING;
      case "facebook", "messenger" -> Channel.SOCIAL;
      case "email" -> Channel.EMAIL;
      case "video" -> Channel.VIDEO;
      default -> null;
    };
  }

  private static @Nullable String customer(Payload attributes, boolean outbound) {
    String[] members =
        outbound
            ? new String[] {"outbound_to", "to", "called", "customerAddress"}
            : new String[] {"from", "caller", "customerAddress"};
    for (String member : members) {
      String key = Customers.address(text(attributes, member));
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  private static boolean isOutbound(@Nullable String direction) {
    return direction != null && direction.toLowerCase(Locale.ROOT).startsWith("outbound");
  }

  private static @Nullable String text(Payload attributes, String name) {
    try {
      return attributes.text(name);
    } catch (InvalidEvent e) {
      return null;
    }
  }
}
