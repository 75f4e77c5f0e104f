// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.chatwoot;

import io.tideboard.events.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The channel of an inbox, as {@code Channel::WebWidget}. */
final class ChatwootChannel {

  private static final String PREFIX = "channel::";

  private ChatwootChannel() {}

  /** What is not known is a chat; null when nothing is told. */
  static @Nullable Channel of(@Nullable String type) {
    if (type == null) {
      return null;
    }
    String name = type.toLowerCase(Locale.ROOT);
    return switch (name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name) {
      case "email" -> Channel.EMAIL;
      case "whatsapp", "telegram", "line", "api" -> Channel.MESSAGING;
      case "sms", "twiliosms" -> Channel.SMS;
      case "facebookpage", "twitterprofile", "instagram", "tiktok" -> Channel.SOCIAL;
      case "voice" -> Channel.VOICE;
      default -> Channel.CHAT;
    };
  }
}
