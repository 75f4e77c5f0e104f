// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.events.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The channel that a ticket came through, by the name or the number of its source. */
final class FreshdeskChannel {

  private FreshdeskChannel() {}

  static Channel of(@Nullable String source) {
    return switch (lower(source)) {
      case "phone", "3" -> Channel.VOICE;
      case "chat", "7" -> Channel.CHAT;
      case "twitter", "facebook", "instagram", "5", "6" -> Channel.SOCIAL;
      case "whatsapp", "13" -> Channel.MESSAGING;
      case "sms" -> Channel.SMS;
      case "forum", "4" -> Channel.FORUM;
      case "mobihelp", "8" -> Channel.APP;
      default -> Channel.EMAIL;
    };
  }

  /** Whether an agent wrote first. */
  static boolean outbound(@Nullable String source) {
    return switch (lower(source)) {
      case "outbound email", "outbound_email", "10" -> true;
      default -> false;
    };
  }

  private static String lower(@Nullable String source) {
    return source == null ? "" : source.toLowerCase(Locale.ROOT);
  }
}
