// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.intercom;

import io.tideboard.events.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The channel that a conversation came through. */
final class IntercomChannel {

  private IntercomChannel() {}

  /** Of {@code source.type} or a ticket's {@code channel}; what is not known is the messenger. */
  static Channel of(@Nullable String type) {
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "email" -> Channel.EMAIL;
      case "phone_call", "phone_switch", "phone" -> Channel.VOICE;
      case "sms" -> Channel.SMS;
      case "whatsapp" -> Channel.MESSAGING;
      case "facebook", "instagram", "twitter" -> Channel.SOCIAL;
      case "push" -> Channel.APP;
      default -> Channel.CHAT;
    };
  }
}
