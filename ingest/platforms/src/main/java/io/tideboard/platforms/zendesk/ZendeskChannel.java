// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.events.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The channel that a ticket came through. */
final class ZendeskChannel {

  private ZendeskChannel() {}

  /** Of {@code via.channel}; what is not known is answered by mail, as forms are. */
  static Channel ofTicket(@Nullable String via) {
    return switch (via == null ? "" : via.toLowerCase(Locale.ROOT)) {
      case "voice", "phone" -> Channel.VOICE;
      case "chat", "web_messenger" -> Channel.CHAT;
      case "native_messaging", "messaging", "whatsapp", "line", "wechat", "telegram", "viber" ->
          Channel.MESSAGING;
      case "sms", "text", "text_message" -> Channel.SMS;
      case "facebook", "twitter", "x_corp", "instagram", "instagram_dm" -> Channel.SOCIAL;
      case "mobile", "mobile_sdk" -> Channel.APP;
      case "topic", "community" -> Channel.FORUM;
      default -> Channel.EMAIL;
    };
  }

  /** Of an agent's work; null when not known: {@code support} is every kind of ticket. */
  static @Nullable Channel ofWork(@Nullable String channel) {
    return switch (channel == null ? "" : channel.toLowerCase(Locale.ROOT)) {
      case "talk", "voice" -> Channel.VOICE;
      case "messaging" -> Channel.MESSAGING;
      case "chat" -> Channel.CHAT;
      case "support", "email" -> Channel.EMAIL;
      default -> null;
    };
  }
}
